"""Write figures into the model card, between its marks."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

CARD = Path(__file__).resolve().parents[1] / "MODEL_CARD.md"
SCORES = re.compile(r"(?s)(?<=<!-- scores -->\n).*?(?=<!-- end of scores -->)")

Row = Mapping[str, float]


def write_scores(
    tables: Mapping[str, Mapping[str, Row]], remarks: Sequence[str] = (), card: Path = CARD
) -> None:
    """One table for every data set: precision, recall, F1 and how many there were; then the remarks."""
    text = card.read_text(encoding="utf-8")
    written = "\n".join(as_markdown(title, rows) for title, rows in tables.items())
    written += "".join(f"\n- {remark}" for remark in remarks) + ("\n" if remarks else "")
    card.write_text(SCORES.sub(lambda _: f"\n{written}\n", text), encoding="utf-8")


def as_markdown(title: str, rows: Mapping[str, Row]) -> str:
    lines = [f"**{title}**", "", "| | P | R | F1 | number |", "|---|---|---|---|---|"]
    for label, row in rows.items():
        figures = " | ".join(f"{row[key]:.3f}" for key in "prf")
        lines.append(f"| {label} | {figures} | {row['count']:.0f} |")
    return "\n".join([*lines, ""])
