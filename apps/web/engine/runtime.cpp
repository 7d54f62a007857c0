// What libraries expect of a system, and the page is not.

#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdio>

// No locale: a tenth of a megabyte, and numbers are written one way.
#define FMT_STATIC_THOUSANDS_SEPARATOR ','
#include <fmt/format-inl.h>

// The functions of fmt that are not written in its headers. The names are fmt's.
FMT_BEGIN_NAMESPACE
namespace detail {
template FMT_API auto dragonbox::to_decimal(float) noexcept -> dragonbox::decimal_fp<float>;
template FMT_API auto dragonbox::to_decimal(double) noexcept -> dragonbox::decimal_fp<double>;
template FMT_API auto thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto decimal_point_impl(locale_ref) -> char;
template FMT_API void buffer<char>::append(char const*, char const*);
template FMT_API void vformat_to(buffer<char>&, string_view,
                                 basic_format_args<FMT_BUFFER_CONTEXT(char)>, locale_ref);
}  // namespace detail
FMT_END_NAMESPACE

// Debian builds its runtime for WebAssembly with the stack protector. The names are the compiler's.
extern "C" {
// Nobody prints: fmt writes hexadecimal fractions with the first, and the C++ library says with the others why it
// ends, where no one reads. With them would come all of C's printing.
int snprintf(char*, std::size_t, char const*, ...) { __builtin_trap(); }
int vfprintf(std::FILE*, char const*, std::va_list) { __builtin_trap(); }
int fprintf(std::FILE*, char const*, ...) { __builtin_trap(); }

std::uintptr_t __stack_chk_guard = 0x6d66;
[[noreturn]] void __stack_chk_fail() { __builtin_trap(); }
}
