"""Filter forms look like the design's inputs."""

from focal_points.opd.forms import OpdFilterForm


def test_inputs_and_selects_wear_the_classes_of_the_design():
    html = str(OpdFilterForm())

    assert 'type="search"' in html
    assert html.count('class="form-select"') == 2
    assert html.count('class="form-control"') == 1
