"""Money: what donors gave one by one is not more than the totals, and prices move slowly."""

from record.problems import violation
from record.tables import grouped

TOLERANCE = 0.02  # exchange rates of different days
# Prices in the United States fell by 0.4 % and rose by 8 % in a year at most since 2004.
PRICE_FALL, PRICE_RISE = 0.02, 0.12

# donors.csv uses names, donor_recipient.csv codes.
CODES = {
    "Australia": "AUS", "Canada": "CAN", "Denmark": "DNK", "European Union": "EU",
    "Finland": "FIN", "Germany": "DEU", "Ireland": "IRL", "Italy": "ITA", "Japan": "JPN",
    "Netherlands": "NLD", "Norway": "NOR", "Saudi Arabia": "SAU", "Sweden": "SWE",
    "Switzerland": "CHE", "United Kingdom": "GBR", "United States": "USA",
}


def _sum_musd(rows, of):
    """One gift may stand in two reports: the larger figure of each pair counts once."""
    return sum(max(row.number("musd") for row in group)
               for group in grouped(rows, lambda row: row[of]).values())


def gifts_above_donor_total(tables):
    gifts = grouped(tables["donor_recipient"], lambda row: (row["donor"], row["year"]))
    for row in tables["donors"]:
        given = _sum_musd(gifts.get((CODES.get(row["donor"]), row["year"]), []), "iso3")
        if given > row.number("musd") * (1 + TOLERANCE):
            yield violation("gifts_above_donor_total", row, (row["donor"], row["year"]),
                            f"{row['donor']} gave {row['musd']} in {row['year']}; its gifts in "
                            f"donor_recipient.csv add up to {given:.6g}.")


def gifts_above_support(tables):
    """The donors that a source lists for a state against the state's total from that source."""
    gifts = grouped(tables["donor_recipient"],
                    lambda row: (row["iso3"], row["year"], row["source_id"]))
    for row in tables.figures:
        if row["metric"] != "funding_international_musd":
            continue
        key = (row["iso3"], row["year"], row["source_id"])
        given = _sum_musd(gifts.get(key, []), "donor")
        if given > row.number("value") * (1 + TOLERANCE):
            yield violation("gifts_above_support", row, key,
                            f"{row['iso3']} received {row['value']} in {row['year']}; the donors "
                            f"that {row['source_id']} lists add up to {given:.6g}.")


def jumps_of_prices(tables):
    rows = sorted(tables["deflator"], key=lambda row: row.year())
    for before, row in zip(rows, rows[1:]):
        growth = row.number("us_cpi_u") / before.number("us_cpi_u") - 1
        if row.year() != before.year() + 1:
            yield violation("year_without_price", row, (row["year"],),
                            f"no index between {before['year']} and {row['year']}.")
        elif not -PRICE_FALL <= growth <= PRICE_RISE:
            yield violation("jump_of_prices", row, (row["year"],),
                            f"the index moves by {growth:.1%} in a year.")


RULES = (gifts_above_donor_total, gifts_above_support, jumps_of_prices)
