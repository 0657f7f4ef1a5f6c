"""Files that came in parts go along with their form, and with that person's form alone."""

from __future__ import annotations

import pytest
from django.urls import reverse

from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from pug_portal.files.models import StoredFile
from pug_portal.files.parts import DONE, folder
from tests.make import evidence as make
from tests.make import prasyarat as make_answer
from tests.pug_portal.lib import samples

PART = reverse("file-part")
UPLOAD = reverse("evidence-upload")
KEY = "tabcdefgh1"


def bring(client, content: bytes, *, key: str = KEY, start: int = 0, end=None, **also):
    piece = make.SimpleUploadedFile("potongan", content[start:end])
    facts = {"kunci": key, "mulai": start, "ukuran": len(content), "nama": "sk.pdf"}
    return client.post(PART, {**facts, "potongan": piece, **also})


def deposit(content: bytes, name: str = "sk.pdf", key: str = KEY) -> str:
    return f"{key}:{len(content)}:{name}"


@pytest.fixture
def siti(world, client_of):
    return client_of(world.siti)


def test_a_file_in_parts_becomes_evidence_with_its_form(world, siti):
    content = samples.pdf(2)
    assert bring(siti, content, end=50).json() == {"ada": 50}
    # After a cut the server says how much it has; an older part changes nothing.
    assert siti.get(PART, {"kunci": KEY}).json() == {"ada": 50}
    assert bring(siti, content, end=50).json() == {"ada": 50}
    assert bring(siti, content, start=50).json() == {"ada": len(content)}

    answer = siti.post(UPLOAD, {"titipan": deposit(content)})

    assert answer.status_code == 302
    assert EvidenceDocument.objects.get().title == "sk.pdf"
    assert StoredFile.objects.get().pages == 2
    # Of the parts only a mark is left: it leads a form sent twice to what was kept.
    (mark,) = folder().glob("*")
    assert (mark.suffix, mark.read_text()) == (DONE, answer["Location"])
    again = siti.post(UPLOAD, {"titipan": deposit(content)}, follow=True)
    assert again.redirect_chain == [(answer["Location"], 302)]
    assert "sudah tersimpan" in again.content.decode()
    assert EvidenceDocument.objects.count() == 1


def test_what_was_kept_before_does_not_stand_in_the_way_of_a_new_file(world, siti):
    first, second = samples.pdf(2), samples.pdf(3)
    bring(siti, first)
    siti.post(UPLOAD, {"titipan": deposit(first)})
    bring(siti, second, key="tbcdefghi2")
    both = [deposit(first), deposit(second, "baru.pdf", "tbcdefghi2")]

    assert siti.post(UPLOAD, {"titipan": both}).status_code == 302
    titles = EvidenceDocument.objects.order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["sk.pdf", "baru.pdf"]


def test_what_is_half_there_is_named_and_nothing_is_kept(world, siti):
    content = samples.pdf(2)
    bring(siti, content, end=50)

    answer = siti.post(UPLOAD, {"titipan": deposit(content), "uploads": make.pdf()})

    assert answer.status_code == 422
    assert "belum sampai utuh" in answer.content.decode()
    assert not EvidenceDocument.objects.exists()


def test_a_refused_form_keeps_what_arrived_for_the_next_try(world, siti):
    html = b"<html><script>alert(1)</script></html>"
    good = samples.pdf()
    bring(siti, good)
    bring(siti, html, key="tbcdefghi2")
    both = [deposit(good), deposit(html, "surat <b>.pdf", "tbcdefghi2")]

    answer = siti.post(UPLOAD, {"titipan": both})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'value="{deposit(good)}"' in page
    assert "surat &lt;b&gt;.pdf" in page
    assert siti.post(UPLOAD, {"titipan": deposit(good)}).status_code == 302


def test_nobody_names_the_parts_of_another(world, siti, client_of):
    content = samples.pdf()
    bring(siti, content)
    joko = client_of(world.joko)

    assert joko.get(PART, {"kunci": KEY}).json() == {"ada": 0}
    answer = joko.post(UPLOAD, {"titipan": deposit(content)})
    assert answer.status_code == 422
    assert not EvidenceDocument.objects.exists()


@pytest.mark.parametrize(
    "bad", ["", "x", "../../etc/passwd:9:a", "tabcdefgh1:-1:a", "tabcdefgh1:99999999999:a"]
)  # fmt: skip
def test_odd_words_are_no_deposit(bad, world, siti):
    answer = siti.post(UPLOAD, {"titipan": bad})

    assert answer.status_code == 422
    assert not EvidenceDocument.objects.exists()


def test_a_file_too_large_is_refused_with_its_first_part(world, siti, settings):
    settings.UPLOAD_MAX_BYTES = 100

    answer = bring(siti, samples.pdf(2), end=10)

    assert answer.status_code == 422
    assert "sk.pdf" in answer.json()["told"]


def test_a_new_version_and_the_evidence_of_an_item_take_deposits_too(world, siti):
    document = make.document(world.blora, world.siti)
    make_answer.item("KEL-1", world.blora)
    for number, (name, kwargs) in enumerate(
        (("evidence-version", {"pk": document.pk}), ("evidence-add", {"kode": "KEL-1"}))
    ):
        content = samples.pdf(3) + b"\n%" + str(number).encode()
        bring(siti, content)
        url = reverse(name, kwargs=kwargs)
        sent = siti.post(url, {"titipan": deposit(content), "page": ""})
        assert sent.status_code == 302, sent.content.decode()[:2000]
    assert EvidenceVersion.objects.count() == 3
