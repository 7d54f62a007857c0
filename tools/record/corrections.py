"""Corrections: each changes something, or says that the figure was looked at and left."""

from record.problems import violation

LEFT = "left"


def corrections_without_effect(tables):
    for row in tables["corrections"]:
        left = row["reason"].startswith(LEFT)
        if row["was"] == row["now"] or (not row["now"] and not left):
            yield violation("no_correction", row, (row["table"], row["key"], row["what"]),
                            f"{row['what']} is '{row['was']}' before and '{row['now']}' after. "
                            "Write (empty) or (removed), or begin the reason with 'left:'.")


RULES = (corrections_without_effect,)
