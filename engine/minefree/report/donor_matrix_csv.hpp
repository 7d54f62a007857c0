#pragma once

#include <string>
#include <vector>

#include <minefree/ensemble/imputed_donors.hpp>

namespace minefree::report {

/// The donor-by-recipient matrix, one cell a row: donor, recipient, million USD a year, and whether
/// the record knows it (`known`), totals fill it (`imputed`), or it is what others give or get
/// (`rest`). OTH stands for these.
std::string donor_matrix_csv(std::vector<DonorCell> const&);

}  // namespace minefree::report
