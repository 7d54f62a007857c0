#include <minefree/report/donor_matrix_csv.hpp>

#include <minefree/base/text.hpp>
#include <minefree/domain/donors.hpp>
#include <minefree/report/csv_lines.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {

std::string donor_matrix_csv(std::vector<DonorCell> const& cells) {
  CsvLines lines("donor,recipient,musd_per_year,basis");
  for (DonorCell const& cell : cells) {
    double const musd = rounded(cell.musd, money_decimals);
    if (musd == 0) continue;
    bool const rest = cell.donor == other_donors || cell.recipient == other_donors;
    lines.row(cell.donor, cell.recipient, shortest(musd),
              cell.imputed ? "imputed" : (rest ? "rest" : "known"));
  }
  return lines.text();
}

}  // namespace minefree::report
