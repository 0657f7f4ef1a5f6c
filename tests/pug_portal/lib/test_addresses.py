"""The short way to an address says what Django says."""

import pytest
from django.template import Context, Engine, Template, engines
from django.urls import NoReverseMatch, get_resolver, reverse

from pug_portal.lib.addresses import address, known_address

ENGINE: Engine = engines["django"].engine


def answer(name: str, *arguments: object) -> str | None:
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return None


def names() -> list[str]:
    return [name for name in get_resolver().reverse_dict if isinstance(name, str)]


def test_every_name_has_the_address_django_gives_it():
    for name in names():
        assert known_address(name) == answer(name), name
        assert known_address(name, 17) in {None, answer(name, 17)}, name


def test_most_pages_of_one_row_need_not_be_asked_for():
    rows = [name for name in names() if answer(name, 17)]

    asked = [name for name in rows if known_address(name, 17) is None]

    assert len(rows) > 100
    # Words and other keys, which a number fits by chance.
    assert len(asked) < len(rows) / 10


@pytest.mark.parametrize("odd", [-1, True, "17", "a/b", None])
def test_what_is_not_a_number_of_a_row_is_left_to_django(odd):
    assert known_address("meeting-detail", odd) is None


def test_a_name_nobody_has_is_refused_as_django_refuses_it():
    with pytest.raises(NoReverseMatch):
        address("no-such-page", 3)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{% url 'meeting-detail' 17 %}", "/rapat/17/"),
        ("{% url 'meeting-detail' pk=17 %}", "/rapat/17/"),
        ("{% url 'meeting-list' as here %}«{{ here }}»", "«/rapat/»"),
        ("{% url 'no-such-page' as here %}«{{ here }}»", "«»"),
    ],
)
def test_the_tag_answers_as_the_one_of_django(tag, expected):
    assert Template(tag, engine=ENGINE).render(Context()) == expected


def test_the_tag_refuses_what_django_refuses():
    with pytest.raises(NoReverseMatch):
        Template("{% url 'meeting-detail' %}", engine=ENGINE).render(Context())
