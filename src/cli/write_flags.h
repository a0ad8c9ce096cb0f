// The options of every command that writes tables: where to, in which form.
#pragma once

#include <CLI/App.hpp>
#include <memory>
#include <string>

#include "console.h"
#include "torikomi/write/writer.h"

namespace torikomi::cli {

struct WriteFlags {
  std::string output = "-";
  std::string format;  ///< --to; empty: by the output's name
  std::string profile = "data";
  std::string encoding = "utf-8";
  std::string header = "auto";
  std::string dates = "iso";
  std::string preset;
  bool csvw = false;
  bool force = false;
};

/// Adds --output, --to, --profile, --encoding, --header, --dates, --preset, --csvw and --force.
/// `output`: other names of the first.
void add_write_flags(CLI::App& command, WriteFlags& flags, Language language,
                     const std::string& output = "-o,--output");

/// The format that the options name. Errors (kUsage): none, or options that contradict each other.
[[nodiscard]] Result<const WriterEntry*> chosen_format(const WriteFlags& flags, bool several_inputs);

/// Opens the output. Errors: as chosen_format and open_writer; kOutput for a workbook or database to a terminal.
[[nodiscard]] Result<std::unique_ptr<Writer>> open_output(const WriteFlags& flags, bool several_inputs,
                                                          Language language);

/// A device, a FIFO or standard output: what was written is there, whole or not.
[[nodiscard]] bool is_stream(const std::string& target);

/// After finish(): what the writer has to say, and where the output is.
void report_output(const WriteFlags& flags, const Writer& writer, const Console& console);

}  // namespace torikomi::cli
