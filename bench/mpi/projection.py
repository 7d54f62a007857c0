#!/usr/bin/python3
"""What would a run take on more cores than there are here?

    bench/mpi/projection.py --start 0.24 --future 44e-6 --bytes 8075372 --sums 87 [--futures 20000 1000000 100000000]

Prints a table in Markdown for ranks of one thread. Seconds are start + futures * future / ranks + sums(ranks):

- start: to read, plan and report, which every rank does for itself at the same time;
- future: of one future on one core;
- sums: the counts go up a binary tree and down again, so that each of 2 log2(ranks) steps takes the latency once a
  sum and the bytes once, and on the way up adds them. Before each sum the ranks meet: two latencies a step.

Not in it: how long the launcher takes to start the ranks, and waiting for a rank on a slower core.
"""

import argparse
import math


def seconds(options, futures, ranks):
    steps = math.ceil(math.log2(ranks))
    batch = 16  # the parts of ranks are whole batches
    largest_part = math.ceil(math.ceil(futures / batch) / ranks) * batch
    meetings = 2 * steps * options.sums * options.latency
    sums = 2 * steps * (options.sums * options.latency + options.bytes / options.bandwidth)
    adding = steps * options.bytes / options.adding
    return options.start + options.future * min(largest_part, futures) + meetings + sums + adding


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=float, required=True, help="s")
    parser.add_argument("--future", type=float, required=True, help="s")
    parser.add_argument("--bytes", type=float, required=True, help="of counts that a rank brings")
    parser.add_argument("--sums", type=int, required=True, help="that they come in")
    parser.add_argument("--latency", type=float, default=5e-6, help="s; a fast network with 2 to 3, in a busy moment")
    parser.add_argument("--bandwidth", type=float, default=5e9, help="bytes/s; half of 100 Gbit/s and less")
    parser.add_argument("--adding", type=float, default=3e9, help="bytes/s")
    parser.add_argument("--futures", type=int, nargs="+", default=[20_000, 1_000_000, 100_000_000])
    parser.add_argument("--ranks", type=int, nargs="+", default=[1, 2, 16, 64, 256, 1024])
    options = parser.parse_args()

    print("| futures | " + " | ".join(f"{ranks:,} core{'s' if ranks > 1 else ''}" for ranks in options.ranks) + " |")
    print("|---:|" + "---:|" * len(options.ranks))
    for futures in options.futures:
        alone = seconds(options, futures, 1)
        cells = []
        for ranks in options.ranks:
            took = seconds(options, futures, ranks)
            cells.append(f"{took:,.3g} s" + (f" ({alone / took:,.3g} times)" if ranks > 1 else ""))
        print(f"| {futures:,} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
