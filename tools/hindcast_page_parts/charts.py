"""The five charts of the hindcast. Each has its table on the page."""

from state_pages_parts.look import BLUE, INK, NARROW_BAND, ORANGE, RED, SKY, WIDE_BAND, foot, head, save, use_our_look

NAMES = {"HRV": "Croatia", "AGO": "Angola", "KHM": "Cambodia", "ZWE": "Zimbabwe", "LKA": "Sri Lanka", "THA": "Thailand"}
SOURCE = "Tables: docs/hindcast/*.csv, made by minefree hindcast."


def draw_six_states(lines, path):
    plt = use_our_look()
    codes = list(NAMES)
    figure, panels = plt.subplots(2, 3, figsize=(12, 8.4), sharex=True)
    figure.subplots_adjust(left=0.065, right=0.985, top=0.80, bottom=0.14, wspace=0.22, hspace=0.24)
    for axes, code in zip(panels.flat, codes):
        of_state = [line for line in lines if line["state"] == code]
        fan = {}
        for line in of_state:
            if line["kind"] == "forecast":
                fan.setdefault(line["quantile"], []).append((int(line["year"]) + 1, float(line["area_km2"])))
        if fan:
            # A stock stands at the end of its year, which is the start of the next.
            x = [year for year, _ in fan["p50"]]
            y = {key: [value for _, value in values] for key, values in fan.items()}
            axes.fill_between(x, y["p05"], y["p95"], color=WIDE_BAND, label="nine in ten futures")
            axes.fill_between(x, y["p25"], y["p75"], color=NARROW_BAND, label="half of the futures")
            axes.plot(x, y["p50"], color=BLUE, linewidth=2.2, label="median future")
        else:
            axes.text(0.5, 0.5, "no forecast", transform=axes.transAxes, ha="center", color=RED)
        at = lambda kind: [(int(line["year"]) + 1, float(line["area_km2"])) for line in of_state if line["kind"] == kind]
        stocks = at("reported")
        known = [stock for stock in stocks if stock[0] <= 2018]
        later = [stock for stock in stocks if stock[0] > 2018]
        axes.plot(*zip(*known), "o", color=INK, markersize=6, label="known then", clip_on=False)
        if later:
            axes.plot(*zip(*later), "D", color=RED, markersize=6, label="reported since", zorder=5, clip_on=False)
        if at("recounted"):
            axes.plot(*zip(*at("recounted")), "D", color=RED, markersize=6, markerfacecolor="white", zorder=5, clip_on=False)
        for line in of_state:
            if line["kind"] == "declared":
                axes.plot([int(line["quantile"][:4]) + int(line["quantile"][5:7]) / 12], [0], "*", color=RED,
                          markersize=13, clip_on=False, zorder=6)
        axes.axvline(2018, color=INK, linewidth=1, linestyle=":")
        axes.set_title(NAMES[code], fontsize=13)
        axes.set_ylim(bottom=0)
        axes.set_xlim(2010, 2027.2)
    panels[0][0].set_ylabel("mined land on record, km²")
    panels[1][0].set_ylabel("mined land on record, km²")
    panels[0][0].plot([], [], "D", color=RED, markersize=6, markerfacecolor="white", label="recounted or re-surveyed")
    handles, labels = panels[0][0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="lower left", bbox_to_anchor=(0.05, 0.035), ncols=6, columnspacing=1.2)
    head(figure, "Six states from the end of 2017",
         "The forecasts saw only what sources published by 2018 said (dots). Diamonds are what was reported since,\n"
         "a star the declaration of completion.")
    foot(figure, SOURCE)
    save(figure, path)


def draw_coverage(lines, path):
    plt = use_our_look()
    figure, axes = plt.subplots(figsize=(9, 6.4))
    figure.subplots_adjust(left=0.09, right=0.97, top=0.78, bottom=0.19)
    groups = [("stock", "1"), ("stock", "3"), ("stock", "5"), ("release", "1"), ("release", "3"), ("casualties", "1")]
    colours = {"50": SKY, "80": BLUE, "95": INK}
    labels = []
    for place, (variable, horizon) in enumerate(groups):
        n = ""
        for k, share in enumerate(("50", "80", "95")):
            row = next((line for line in lines if line["figures"] == "as_defined" and line["mode"] == "unconditional"
                        and line["variable"] == variable and line["horizon"] == horizon and line["model"] == "minefree"
                        and line["metric"] == f"coverage_{share}"), None)
            if row is None:
                continue
            x = place + (k - 1) * 0.26
            value = 100 * float(row["value"])
            axes.bar(x, value, 0.24, color=colours[share], label=f"{share} % interval" if place == 0 else None)
            if row["low"]:
                axes.plot([x, x], [100 * float(row["low"]), 100 * float(row["high"])], color=RED, linewidth=1.6, zorder=5)
            axes.plot([x - 0.13, x + 0.13], [int(share)] * 2, color=ORANGE, linewidth=3, zorder=4)
            n = row["n"]
        labels.append(f"{variable},\n{horizon} year{'s' if horizon != '1' else ''}\nn = {n}")
    axes.plot([], [], color=ORANGE, linewidth=3, label="what it should be")
    axes.plot([], [], color=RED, linewidth=1.6, label="95 %, states drawn anew")
    axes.set_xticks(range(len(groups)), labels)
    axes.set_ylabel("% of the truths inside")
    axes.set_ylim(0, 104)
    figure.legend(*axes.get_legend_handles_labels(), loc="upper left", bbox_to_anchor=(0.08, 0.875), ncols=3, fontsize=10)
    head(figure, "How often the truth lay inside our intervals",
         "Bars at their orange marks are as sure as they should be; below them, too sure.")
    foot(figure, SOURCE)
    save(figure, path)


def draw_pit(lines, path):
    plt = use_our_look()
    figure, panels = plt.subplots(1, 3, figsize=(11, 4.8), sharey=True)
    figure.subplots_adjust(left=0.07, right=0.98, top=0.72, bottom=0.2, wspace=0.1)
    for axes, horizon in zip(panels, ("1", "3", "5")):
        rows = [line for line in lines if line["mode"] == "unconditional" and line["variable"] == "stock"
                and line["horizon"] == horizon]
        counts = [int(row["count"]) for row in rows]
        places = [float(row["from"]) + 0.05 for row in rows]
        axes.bar(places, counts, 0.094, color=BLUE, edgecolor="white")
        axes.axhline(sum(counts) / 10, color=ORANGE, linewidth=3)
        axes.set_title(f"{horizon} year{'s' if horizon != '1' else ''} ahead, n = {sum(counts)}", fontsize=12)
        axes.set_xlabel("place of the truth in the forecast")
        axes.set_xlim(0, 1)
        axes.set_xticks([0, 0.5, 1], ["0", "½", "1"])
        axes.yaxis.set_major_locator(plt.MaxNLocator(integer=True))
    panels[0].set_ylabel("forecasts of the stock")
    head(figure, "Where the reported stock lay in our forecasts",
         "\nBars at the orange line are right; a hill is too unsure, a bowl too sure, weight on the left too pessimistic.")
    foot(figure, SOURCE)
    save(figure, path)


def draw_reliability(lines, path):
    plt = use_our_look()
    figure, axes = plt.subplots(figsize=(7.4, 7.4))
    figure.subplots_adjust(left=0.11, right=0.96, top=0.82, bottom=0.15)
    axes.plot([0, 1], [0, 1], color="#AAAAAA", linewidth=1.5)
    for model, form, colour in (("minefree", "o", BLUE), ("analyst_call", "s", ORANGE), ("reference_class", "D", INK)):
        rows = [line for line in lines if line["mode"] == "unconditional" and line["variable"] == "deadline_met"
                and line["model"] == model]
        x = [float(row["mean_probability"]) for row in rows]
        y = [float(row["observed_share"]) for row in rows]
        axes.plot(x, y, form, linestyle="-", color=colour, markersize=9, linewidth=1.5, label=model, clip_on=False)
        for row, across, up in zip(rows, x, y):
            axes.annotate(row["count"], (across, up), textcoords="offset points", xytext=(8, 5), fontsize=10, color=colour)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_xlabel("probability that the deadline is met")
    axes.set_ylabel("share that was met")
    axes.legend(loc="upper left")
    head(figure, "Probabilities of deadlines, and what came of them",
         "On the grey line they are right; below it, too hopeful.\nNumbers count the forecasts at each mark.")
    foot(figure, SOURCE)
    save(figure, path)


def draw_skill(lines, path):
    plt = use_our_look()
    lines = sorted(lines, key=lambda line: float(line["wis"]) - float(line["wis_of_best_simple"]))
    height = 0.42 * len(lines) + 2.6
    figure, axes = plt.subplots(figsize=(8.6, height))
    figure.subplots_adjust(left=0.12, right=0.96, top=1 - 1.45 / height, bottom=1.05 / height)
    for place, line in enumerate(lines):
        ours, simple = float(line["wis"]), float(line["wis_of_best_simple"])
        axes.plot([ours, simple], [place, place], color="#BBBBBB", linewidth=2.5, zorder=1)
        axes.plot([simple], [place], "D", color=ORANGE, markersize=8, label="better simple forecast" if place == 0 else None)
        axes.plot([ours], [place], "o", color=BLUE, markersize=9, label="minefree" if place == 0 else None)
    axes.set_yticks(range(len(lines)), [f"{line['state']} ({line['cases']})" for line in lines])
    axes.set_ylim(-0.7, len(lines) - 0.3)
    axes.set_xlim(left=0)
    axes.grid(axis="x", color="#DDDDDD")
    axes.set_xlabel("WIS of the stock three years ahead; smaller is better")
    axes.legend(loc="center right", frameon=True, facecolor="white", edgecolor="none")
    head(figure, "Score by state", "")
    figure.text(0.02, 1 - 0.85 / height, "At the bottom ours is better, at the top the simple forecast; "
                "in brackets the number of forecasts.", fontsize=12, va="top")
    foot(figure, SOURCE)
    save(figure, path)
