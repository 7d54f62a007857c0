#include <minefree/domain/donor_matrix.hpp>

#include <algorithm>
#include <cmath>

#include <Eigen/Core>

#include <minefree/base/contract.hpp>

namespace minefree {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int most_rounds = 5000;
constexpr double precision = 1e-13;  // of all money

// Sums go along a fixed order: Eigen's own depend on the width of its vectors.
double sum_of_row(MatrixXd const& cells, Index row) {
  double sum = 0;
  for (Index column = 0; column < cells.cols(); ++column) sum += cells(row, column);
  return sum;
}

double sum_of_column(MatrixXd const& cells, Index column) {
  double sum = 0;
  for (Index row = 0; row < cells.rows(); ++row) sum += cells(row, column);
  return sum;
}

double sum_of(VectorXd const& values) {
  double sum = 0;
  for (Index k = 0; k < values.size(); ++k) sum += values(k);
  return sum;
}

double factor_to(double wanted, double sum) { return sum > 0 ? wanted / sum : 0; }

/// Scales rows and columns in turn until their sums are those wanted. Columns are exact at the end.
void balance(VectorXd const& of_rows, VectorXd const& of_columns, MatrixXd& cells) {
  double const tolerance = precision * std::max(sum_of(of_rows), 1.0);
  for (int round = 0; round < most_rounds; ++round) {
    double largest_error = 0;
    for (Index row = 0; row < cells.rows(); ++row) {
      double const sum = sum_of_row(cells, row);
      largest_error = std::max(largest_error, std::abs(sum - of_rows(row)));
      double const factor = factor_to(of_rows(row), sum);
      for (Index column = 0; column < cells.cols(); ++column) cells(row, column) *= factor;
    }
    for (Index column = 0; column < cells.cols(); ++column) {
      double const factor = factor_to(of_columns(column), sum_of_column(cells, column));
      for (Index row = 0; row < cells.rows(); ++row) cells(row, column) *= factor;
    }
    if (round > 0 && largest_error <= tolerance) return;
  }
}

/// What is left of rows and columns after balancing goes to the last row and the last column, so
/// that all the others have the sums that are wanted.
void give_rest_to_slack(VectorXd const& of_rows, VectorXd const& of_columns, MatrixXd& cells) {
  Index const others = cells.rows() - 1;
  Index const elsewhere = cells.cols() - 1;
  for (Index row = 0; row < others; ++row) {
    double const sum = sum_of_row(cells, row);
    if (sum < of_rows(row)) {
      cells(row, elsewhere) += of_rows(row) - sum;
      continue;
    }
    double const factor = factor_to(of_rows(row), sum);
    for (Index column = 0; column < cells.cols(); ++column) cells(row, column) *= factor;
  }
  for (Index column = 0; column < elsewhere; ++column) {
    double const rest = of_columns(column) - sum_of_column(cells, column);
    cells(others, column) = std::max(cells(others, column) + rest, 0.0);
  }
}

/// Which cells are known, by how much, and what the totals leave.
struct Rests {
  MatrixXd known, open;    // open: 1 where money may be imputed
  VectorXd rows, columns;  // with the slacks at the end
};

Rests rests_of(KnownMoney const& money) {
  auto const donors = static_cast<Index>(money.donor_totals.size());
  auto const recipients = static_cast<Index>(money.recipient_totals.size());
  Rests rests{.known = MatrixXd::Zero(donors + 1, recipients + 1),
              .open = MatrixXd::Zero(donors + 1, recipients + 1),
              .rows = VectorXd::Zero(donors + 1),
              .columns = VectorXd::Zero(recipients + 1)};
  auto const has_total = [](auto const& totals, Index k) {
    return k == static_cast<Index>(totals.size()) || totals[static_cast<std::size_t>(k)];
  };
  for (Index row = 0; row <= donors; ++row) {
    for (Index column = 0; column <= recipients; ++column) {
      bool const open =
          has_total(money.donor_totals, row) && has_total(money.recipient_totals, column);
      rests.open(row, column) = open ? 1 : 0;
      if (row == donors || column == recipients) continue;
      auto const& given =
          money.given[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
      if (!given) continue;
      rests.known(row, column) = *given;
      rests.open(row, column) = 0;
    }
  }
  for (Index row = 0; row < donors; ++row) {
    auto const& total = money.donor_totals[static_cast<std::size_t>(row)];
    if (total) rests.rows(row) = std::max(*total - sum_of_row(rests.known, row), 0.0);
  }
  for (Index column = 0; column < recipients; ++column) {
    auto const& total = money.recipient_totals[static_cast<std::size_t>(column)];
    if (total) rests.columns(column) = std::max(*total - sum_of_column(rests.known, column), 0.0);
  }

  double all_known = 0;
  for (Index row = 0; row < donors; ++row) all_known += sum_of_row(rests.known, row);
  double const by_donors = sum_of(rests.rows);
  double const by_recipients = sum_of(rests.columns);
  double const of_world = money.world_total.value_or(0) - all_known;
  double const all = std::max({of_world, by_donors, by_recipients});
  rests.rows(donors) = all - by_donors;
  rests.columns(recipients) = all - by_recipients;
  return rests;
}

}  // namespace

CompletedMoney complete(KnownMoney const& money) {
  MINEFREE_EXPECT(money.given.size() == money.donor_totals.size());
  Rests const rests = rests_of(money);
  MatrixXd imputed = rests.open;
  balance(rests.rows, rests.columns, imputed);
  give_rest_to_slack(rests.rows, rests.columns, imputed);

  CompletedMoney completed;
  for (Index row = 0; row < imputed.rows(); ++row) {
    completed.given.emplace_back();
    completed.imputed.emplace_back();
    for (Index column = 0; column < imputed.cols(); ++column) {
      bool const slack = row + 1 == imputed.rows() || column + 1 == imputed.cols();
      completed.given.back().push_back(rests.known(row, column) + imputed(row, column));
      completed.imputed.back().push_back(!slack && imputed(row, column) > 0);
    }
  }
  return completed;
}

}  // namespace minefree
