#include "cli/app.h"

int main(int argc, char** argv) { return torikomi::cli::run(argc, argv); }
