#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace minefree::config {

struct Shape;
struct FieldShape;

/// Shapes hold shapes, and one state has hundreds of them; they are shared and never change.
using SharedShape = std::shared_ptr<Shape const>;

/// What values a field takes, as data. Readers are made together with it, and the JSON Schema and
/// the documentation are made from it, so that the three cannot differ.
struct Shape {
  enum class Form { number, whole_number, yes_no, text, word, list, map, record, one_of };

  Form form = Form::text;
  std::string words;    // in a message, after "Write ": `an area in km2, 0 or more`
  std::string example;  // as it stands in a file: `12.5`

  // Numbers: the range, and the units in which a text such as '12 km2' may give them.
  std::optional<double> low, high;
  bool above_low = false, below_high = false;  // the bound itself is not in the range
  std::vector<std::string> units;

  std::string pattern;               // of a text; regular expression as in JSON Schema
  std::vector<std::string> choices;  // of a word
  std::string key_pattern;           // of a map
  std::vector<std::string> keys;     // of a map, where only some are known
  std::size_t at_least = 0;          // entries of a list
  std::optional<std::size_t> at_most;
  std::vector<SharedShape> parts;  // the entries of a list or map (one shape), or the alternatives

  std::string record;     // name of a record: `row of history`
  bool is_small = false;  // a record described where it stands; others once, under their name
  std::string help;       // of a record
  std::vector<FieldShape> fields;

  // Out of line: there are many that copy and end one.
  Shape();
  Shape(Shape const&);
  Shape(Shape&&) noexcept;
  Shape& operator=(Shape const&);
  Shape& operator=(Shape&&) noexcept;
  ~Shape();
};

struct FieldShape {
  std::string name;
  std::string help;
  bool required = false;
  bool refused = false;       // known, but no value is taken; `help` says why
  std::string fallback = {};  // the default, as it would stand in a file; empty for none
  SharedShape shape = {};     // none for a refused one
};

/// A shape of its own, to be shared from now on.
SharedShape shared(Shape shape);

/// One of several shapes; the words and the example of the first stand for all.
Shape one_of(std::vector<SharedShape> alternatives);

}  // namespace minefree::config
