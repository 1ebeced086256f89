"""The promises of the feature files beside this one."""

from pytest_bdd import scenarios

from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

scenarios("opening.feature", "bad_files.feature", "highlights.feature", "notes.feature")
scenarios("quotations.feature", "library.feature")
scenarios("corrections.feature", "dictionary.feature")
