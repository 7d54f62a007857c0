"""Parts and totals that one source gives for one year: parts together cannot exceed the total."""

from record.figures import figure_key
from record.problems import violation
from record.tables import by_source

# Counts are exact. Areas are rounded, each by itself: half a percent, or the last digit.
AREA_TOLERANCE = 0.005
AREA_DIGIT_KM2 = 0.01

AGES = ("men", "women", "boys", "girls")
SPLITS = (
    ("casualties", ("casualties_killed", "casualties_injured")),
    ("casualties", tuple(f"casualties_{who}" for who in AGES)),
    ("casualties", ("casualties_men", "casualties_women", "casualties_children")),
    ("casualties_children", ("casualties_boys", "casualties_girls")),
    ("people_exposed", tuple(f"people_exposed_{who}" for who in AGES)),
    ("eore_people", tuple(f"eore_{who}" for who in AGES)),
    ("contamination_km2", ("cha_km2", "sha_km2")),
    ("released_km2", ("cleared_km2", "reduced_km2", "cancelled_km2")),
)


def parts_above_total(tables):
    for said in by_source(tables.figures):
        for total, parts in SPLITS:
            given = [said[part] for part in parts if part in said]
            if total not in said or not given:
                continue
            limit = said[total].number("value")
            if total.endswith("_km2"):
                limit += max(AREA_TOLERANCE * limit, AREA_DIGIT_KM2)
            if sum(row.number("value") for row in given) > limit:
                row = said[total]
                listed = " + ".join(f"{part['metric']} {part['value']}" for part in given)
                yield violation("parts_above_total", row, figure_key(row),
                                f"{listed} is more than {total} {row['value']} from "
                                f"{row['source_id']}. Is the total one of something else?")


def sum_not_total(tables):
    """Confirmed and suspected land together are the contaminated land."""
    for said in by_source(tables.figures):
        if not {"contamination_km2", "cha_km2", "sha_km2"} <= said.keys():
            continue
        row = said["contamination_km2"]
        total = row.number("value")
        parts = said["cha_km2"].number("value") + said["sha_km2"].number("value")
        if parts < total - max(AREA_TOLERANCE * total, AREA_DIGIT_KM2):
            yield violation("sum_not_total", row, figure_key(row),
                            f"cha_km2 + sha_km2 are {parts:g}, contamination_km2 is "
                            f"{row['value']}. Which land is in the total alone?")


RULES = (parts_above_total, sum_not_total)
