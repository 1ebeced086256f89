"""A note never leaves its entity, whatever a newer analysis calls it."""

import pytest

from reader.domain.annotations import PipelineName
from tests.fakes import FakeAnalysis, FakeJobs, marked
from tests.ui.reader import Reader

BEFORE = "Berichten zufolge traf [person:Berg] am Montag [person:Otto Tal]."
AFTER = BEFORE.replace("Berg]", "Berg=Anna Berg]")
OLDER = PipelineName("de_lesart_news", "0.0.1")


@pytest.fixture
def rereading(reader: Reader, analysis: FakeAnalysis, jobs: FakeJobs) -> Reader:
    """An article that an older version read; what the newer one finds is held back."""
    path = reader.writes(BEFORE)
    analysis.pipeline = OLDER
    reader.opens_files(path)
    reader.opens("Kurz und gut.", "anderes.txt")
    analysis.pipeline = None
    analysis.learn(marked(AFTER))
    jobs.holds_analyses = True
    reader.window.actions_by_name["back"].trigger()
    reader.waits_for_colours(path.name)
    reader.clicks_on("Berg")
    return reader


def test_a_note_goes_with_its_entity_to_another_name(rereading: Reader, jobs: FakeJobs) -> None:
    """The window says so; the card and both lists show it; it can be undone and done again."""
    panel = rereading.window.side_panel
    rereading.writes_note("Ministerin.")

    jobs.release()
    assert (rereading.card_name, rereading.note) == ("Anna Berg", "Ministerin.")
    assert rereading.told == "„Berg“ heißt jetzt „Anna Berg“; was Sie dazu gesagt haben, ist mitgekommen"
    assert rereading.rows(panel.notes) == ["IN DIESEM ARTIKEL", "Anna Berg"]

    rereading.window.desk.done.button.click()
    assert (rereading.card_name, rereading.note) == ("Anna Berg", "")
    assert rereading.rows(panel.notes) == ["IN ANDEREN ARTIKELN", "Berg"]

    rereading.window.actions_by_name["redo"].trigger()
    assert rereading.note == "Ministerin."


def test_what_is_being_typed_goes_along(rereading: Reader, jobs: FakeJobs) -> None:
    """Not a letter is lost, and the next one stands behind it."""
    rereading.window.side_panel.card.note.setFocus()
    rereading.types("Mini")

    jobs.release()
    rereading.types("sterin")
    rereading.window.side_panel.card.note.flush()

    assert rereading.card_name == "Anna Berg"
    assert rereading.note == "Ministerin"
    assert [(note.entity_name, note.text) for note in rereading.window._session.notes.all()] == [
        ("Anna Berg", "Ministerin")
    ]


def test_nothing_is_told_where_nothing_was_written(rereading: Reader, jobs: FakeJobs) -> None:
    jobs.release()

    assert rereading.card_name == "Anna Berg"
    assert rereading.told == ""


def test_a_kind_that_changes_is_told(rereading: Reader, analysis: FakeAnalysis, jobs: FakeJobs) -> None:
    analysis.learn(marked(BEFORE.replace("person:Berg", "organization:Berg")))
    rereading.writes_note("Verlag?")

    jobs.release()

    assert rereading.note == "Verlag?"
    assert rereading.told == "„Berg“ ist jetzt von anderer Art; was Sie dazu gesagt haben, ist mitgekommen"
