#include "counts_bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

#include <minefree/ensemble/walk_counts.hpp>

#include "byte_reader.hpp"

namespace minefree::page {

namespace {

// Sums may be negative; small ones of either sign become small numbers.
std::uint64_t folded(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unfolded(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  template <class Count>
  void operator()(Count, Count value) const {
    write_number(folded(static_cast<std::int64_t>(value)), out_);
  }

  /// Its size, then for each entry that is not zero how many zeros stand before it and its value;
  /// at last the zeros that are left.
  template <class Count>
  void operator()(std::vector<Count> const&, std::vector<Count> const& counts) const {
    write_number(counts.size(), out_);
    std::size_t zeros = 0;
    for (Count const count : counts) {
      if (count == 0) {
        ++zeros;
        continue;
      }
      write_number(zeros, out_);
      write_number(folded(static_cast<std::int64_t>(count)), out_);
      zeros = 0;
    }
    if (zeros > 0) write_number(zeros, out_);
  }

 private:
  std::string& out_;
};

class Adder {
 public:
  Adder(ByteReader& reader, bool& fits) : reader_(reader), fits_(fits) {}

  template <class Count>
  void operator()(Count& into, Count) const {
    into += static_cast<Count>(unfolded(reader_.number()));
  }

  template <class Count>
  void operator()(std::vector<Count>& into, std::vector<Count> const&) const {
    fits_ = fits_ && reader_.number() == into.size();
    if (!fits_) return;
    for (std::size_t at = 0; at < into.size(); ++at) {
      at += static_cast<std::size_t>(reader_.number());
      if (at < into.size()) into[at] += static_cast<Count>(unfolded(reader_.number()));
    }
  }

 private:
  ByteReader& reader_;
  bool& fits_;
};

template <class Counts>
std::string write_counts(Counts const& counts) {
  std::string out;
  out.reserve(std::size_t{1} << 20U);
  // The walk names both sides; the first is only looked at.
  walk_counts(const_cast<Counts&>(counts), counts, Writer(out));
  return out;
}

template <class Counts>
bool add_counts(std::string_view bytes, Counts& into) {
  ByteReader reader(bytes);
  bool fits = true;
  walk_counts(into, into, Adder(reader, fits));
  return fits && reader.at_end();
}

}  // namespace

std::string bytes_of(Ensemble const& counts) { return write_counts(counts); }
std::string bytes_of(PairedEnsemble const& counts) { return write_counts(counts); }
bool add_bytes(std::string_view bytes, Ensemble& into) { return add_counts(bytes, into); }
bool add_bytes(std::string_view bytes, PairedEnsemble& into) { return add_counts(bytes, into); }

}  // namespace minefree::page
