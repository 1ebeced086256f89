import subprocess
import sys
from pathlib import Path

import pytest

from reader.importers.languages import language_of

ROOT = Path(__file__).parents[2]
GERMAN = (
    "Der Rat hat am Montag entschieden, dass die Brücke gebaut wird. "
    "Die Kosten trägt das Land, nicht die Stadt."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GERMAN, "de"),
        (
            "BRÜCKE GESPERRT: DIE STADT HAT KEIN GELD MEHR FÜR EINE SANIERUNG, SAGT DER RAT UND VERTAGT SICH",
            "de",
        ),
        (
            "The council decided on Monday that the bridge will be built. The costs are borne by the state.",
            "en",
        ),
        ("Le conseil a décidé lundi que le pont sera construit. Les coûts sont à la charge de l’État.", "fr"),
        (
            "De gemeenteraad heeft maandag besloten dat de brug wordt gebouwd. Het land betaalt de kosten.",
            "nl",
        ),
        ("Rada zdecydowała w poniedziałek, że most zostanie zbudowany. Koszty ponosi państwo.", "pl"),
        ("Совет решил в понедельник, что мост будет построен. Расходы несёт государство.", "ru"),
        (
            "Byrådet besluttede mandag, at broen skal bygges. Staten betaler, og byen er ikke med til det.",
            "da",
        ),
        ("Tür zu!", "de"),
        ("", "de"),
    ],
    ids=lambda value: value[:20],
)
def test_the_language_is_told(text: str, code: str) -> None:
    """German where a text is too short to tell."""
    assert language_of(text) == code


def test_a_german_text_is_told_without_statistics() -> None:
    """They take longer to load than the text to read."""
    script = (
        "import sys; from reader.importers.languages import language_of; "
        f"print(language_of({GERMAN * 2!r}), *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )

    code, *modules = done.stdout.split()
    assert code == "de"
    assert "py3langid" not in modules
