#pragma once

#include <optional>
#include <vector>

namespace minefree {

/// What is known of who gives how much to whom, in any unit a year. Nothing stands for what is not
/// known, and 0 for what is known to be nothing.
struct KnownMoney {
  std::vector<std::optional<double>> donor_totals;        // [donor]
  std::vector<std::optional<double>> recipient_totals;    // [recipient]
  std::vector<std::vector<std::optional<double>>> given;  // [donor][recipient]
  std::optional<double> world_total;                      // of all donors to all recipients
};

/// The same with every gap filled that the totals allow to fill. There is one more donor, all
/// others, and one more recipient, all others and what is for none in particular.
struct CompletedMoney {
  std::vector<std::vector<double>> given;  // [donor, or number of donors][recipient, or number]
  std::vector<std::vector<bool>> imputed;  // of the same shape; a known cell is not, nor is a slack
};

/// Fills gaps by iterative proportional fitting (W. E. Deming and F. F. Stephan, 1940): known cells
/// are kept, and what a donor's total leaves is spread over the recipients whose total leaves
/// something, as if giving and getting were independent. A total below the sum of its known cells
/// is raised to it. The other donors and recipients get what the world's total leaves, or as little
/// as makes both sides equal where that is not known, and whatever cannot be reconciled. Nothing is
/// imputed for a donor or a recipient without a total. Totals hold to 1e-9 of themselves; the
/// numbers are the same on every machine.
CompletedMoney complete(KnownMoney const&);

}  // namespace minefree
