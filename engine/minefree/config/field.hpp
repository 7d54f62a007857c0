#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <minefree/config/value.hpp>

namespace minefree::config {

/// One key of a record: its name, what it means, whether it must be there, and how it is read into
/// an Owner. Made by `field` below.
template <class Owner>
struct Field {
  FieldShape shape;
  /// Reads the value into the owner; false when there were problems.
  std::function<bool(Tree const&, Reading const&, Owner&)> read;

  /// The same field, which no file may leave out.
  Field required() && {
    shape.required = true;
    shape.fallback.clear();
    return std::move(*this);
  }
  /// The same field, with a default that is not the member's initial value, in words.
  Field defaults_to(std::string words) && {
    shape.fallback = std::move(words);
    return std::move(*this);
  }
};

/// The declaration of one field: where it is kept, how it is read, what it means. The default is
/// what a newly made Owner holds.
template <class Owner, class Member, class T>
Field<Owner> field(std::string name, Member Owner::* member, Value<T> value, std::string help) {
  std::string fallback;
  if constexpr (std::is_same_v<Member, T>) {
    if (value.print) fallback = value.print(Owner{}.*member);
  }
  FieldShape shape{.name = std::move(name),
                   .help = std::move(help),
                   .fallback = std::move(fallback),
                   .shape = value.shape};
  auto const read = [member, read_value = std::move(value.read)](
                        Tree const& tree, Reading const& reading, Owner& owner) {
    auto result = read_value(tree, reading);
    if (!result) return false;
    owner.*member = std::move(*result);
    return true;
  };
  return {std::move(shape), read};
}

/// A field whose value is checked here, but read or used elsewhere.
template <class Owner, class T>
Field<Owner> checked_only(std::string name, Value<T> value, std::string help) {
  FieldShape shape{.name = std::move(name), .help = std::move(help), .shape = value.shape};
  auto const read = [read_value = std::move(value.read)](Tree const& tree, Reading const& reading,
                                                         Owner&) {
    return read_value(tree, reading).has_value();
  };
  return {std::move(shape), read};
}

/// A key that is known but refused, with the rest of a sentence that starts with its name: why, and
/// how to go on.
template <class Owner>
Field<Owner> refused(std::string name, std::string predicate) {
  FieldShape shape{.name = std::move(name), .help = predicate, .refused = true};
  auto const read = [predicate = std::move(predicate)](Tree const& tree, Reading const& reading,
                                                       Owner&) {
    reading.refuse(tree.place, predicate);
    return false;
  };
  return {std::move(shape), read};
}

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

/// A map with keys known beforehand: one declaration that reads, checks and describes an Owner.
template <class Owner>
class Record {
 public:
  using Check = std::function<void(Owner const&, Given const&, Reading const&)>;

  /// `name` completes "is not a field of a ...": `row of history`. Unique, since the schema and the
  /// documentation know it by that name.
  Record(std::string name, std::string help, std::vector<Field<Owner>> fields) {
    auto parts = std::make_shared<Parts>();
    parts->shape.form = Shape::Form::record;
    parts->shape.words = "a map of keys";
    parts->shape.record = std::move(name);
    parts->shape.help = std::move(help);
    for (auto const& field : fields) parts->shape.fields.push_back(field.shape);
    parts->shape.example = example_of(parts->shape);
    parts->fields = std::move(fields);
    parts_ = std::move(parts);
  }

  /// The same record with one more check across its fields, made after all are read. A check
  /// asks `given.has` before it judges a field.
  Record checked(Check check) && {
    parts_->checks.push_back(std::move(check));
    return std::move(*this);
  }

  /// The same record, described where it stands and not as a section of its own.
  Record small() && {
    parts_->shape.is_small = true;
    return std::move(*this);
  }

  Shape const& shape() const& { return parts_->shape; }
  Shape shape() && { return parts_->shape; }

  /// Reads the fields in the order of the file; nothing when there was any problem.
  std::optional<Owner> read(Tree const& tree, Reading const& reading) const {
    if (!check_keys(tree, reading, parts_->shape)) return std::nullopt;
    auto const problems_before = reading.problems_so_far();
    Owner owner{};
    std::set<std::string, std::less<>> good;
    for (auto const& entry : tree.entries) {
      auto const* const field = field_named(entry.key);
      if (field && field->read(entry.value, reading.inside(entry.key), owner)) {
        good.insert(entry.key);
      }
    }
    Given const given(tree, std::move(good));
    for (auto const& check : parts_->checks) check(owner, given, reading);
    bool const complete = has_all_required(tree);
    if (!complete || reading.problems_so_far() > problems_before) return std::nullopt;
    return owner;
  }

  /// This record as a kind of value.
  Value<Owner> value() const {
    return {.read = [record = *this](Tree const& tree,
                                     Reading const& reading) { return record.read(tree, reading); },
            .shape = parts_->shape,
            .print = {}};
  }

 private:
  struct Parts {
    Shape shape;
    std::vector<Field<Owner>> fields;
    std::vector<Check> checks;
  };

  static std::string example_of(Shape const& shape) {
    for (auto const& field : shape.fields) {
      if (field.required) return "'" + field.name + ": " + field.shape.example + "'";
    }
    return {};
  }

  Field<Owner> const* field_named(std::string_view name) const {
    for (auto const& field : parts_->fields) {
      if (field.shape.name == name) return &field;
    }
    return nullptr;
  }

  bool has_all_required(Tree const& tree) const {
    for (auto const& field : parts_->fields) {
      if (field.shape.required && !tree.find(field.shape.name)) return false;
    }
    return true;
  }

  std::shared_ptr<Parts> parts_;
};

}  // namespace minefree::config
