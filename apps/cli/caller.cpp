#include "caller.hpp"

namespace minefree::cli {

namespace {

thread_local Caller* caller_of_this_thread = nullptr;

}  // namespace

CalledBy::CalledBy(Caller& caller) { caller_of_this_thread = &caller; }
CalledBy::~CalledBy() { caller_of_this_thread = nullptr; }

Caller* caller() { return caller_of_this_thread; }

}  // namespace minefree::cli
