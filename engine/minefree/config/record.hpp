#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <minefree/config/field.hpp>

namespace minefree::config {

/// What a check across fields gets to see: which keys were given and read well, and where they
/// stand.
class Given {
 public:
  Given(Tree const& tree, std::set<std::string, std::less<>> good)
      : tree_(tree), good_(std::move(good)) {}

  /// The key is there and its value was read without a problem.
  bool has(std::string_view key) const { return good_.contains(key); }
  /// The value of a key that is there; the record itself otherwise.
  Tree const& at(std::string_view key) const {
    auto const* const found = tree_.find(key);
    return found ? *found : tree_;
  }
  Tree const& tree() const { return tree_; }

 private:
  Tree const& tree_;
  std::set<std::string, std::less<>> good_;
};

/// Reports what is wrong with the keys of a record as such: not a map, unknown and missing keys.
/// False when the tree is not a map.
bool check_keys(Tree const&, Reading const&, Shape const& record);

/// A map with keys known beforehand, whatever its owner.
class RecordKind : public Kind {
 public:
  using Check = std::function<void(void const* owner, Given const&, Reading const&)>;

  RecordKind(std::string_view name, std::string_view help);

  void add(AnyField);
  void add(Check check) { checks_.push_back(std::move(check)); }
  void be_small() { shape().is_small = true; }
  using Kind::shape;

  /// Reads the fields in the order of the file.
  bool read_into(Tree const& tree, Reading const& reading, void* owner) const override;

 private:
  std::vector<decltype(AnyField::read)> readers_;  // one for each field of the shape
  std::vector<Check> checks_;
};

/// A map with keys known beforehand: one declaration that reads, checks and describes an Owner.
template <class Owner>
class Record {
 public:
  /// `name` completes "is not a field of a ...": `row of history`. Unique, since the schema and the
  /// documentation know it by that name.
  Record(std::string_view name, std::string_view help, std::vector<Field<Owner>> fields)
      : kind_(std::make_shared<RecordKind>(name, help)) {
    for (auto& field : fields) kind_->add(std::move(field));
  }

  /// The same record with one more check across its fields, made after all are read:
  /// `check(owner, given, reading)`. It asks `given.has` before it looks at a member: what a
  /// refused value has left there is of no meaning.
  template <class Check>
  Record checked(Check check) && {
    kind_->add(
        [check = std::move(check)](void const* owner, Given const& given, Reading const& reading) {
          check(*static_cast<Owner const*>(owner), given, reading);
        });
    return std::move(*this);
  }

  /// The same record, described where it stands and not as a section of its own.
  Record small() && {
    kind_->be_small();
    return std::move(*this);
  }

  Shape const& shape() const { return std::as_const(*kind_).shape(); }

  /// Nothing when there was any problem.
  std::optional<Owner> read(Tree const& tree, Reading const& reading) const {
    return value().read(tree, reading);
  }

  /// This record as a kind of value.
  Value<Owner> value() const { return Value<Owner>(kind_); }

 private:
  std::shared_ptr<RecordKind> kind_;
};

}  // namespace minefree::config
