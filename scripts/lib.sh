# shellcheck shell=sh
# Shared by the scripts of this folder: source it from the top of the checkout.

# configure PRESET: runs CMake's first step where it has not run yet, or where the presets or the packages of this
# machine changed since. Changes to CMakeLists.txt are noticed by the build itself.
configure() {
  made=build/$1/build.ninja
  if [ -f "$made" ] && [ -z "$(find CMakePresets.json /var/lib/dpkg/status -newer "$made" 2>/dev/null)" ]; then
    return 0
  fi
  mkdir -p "build/$1"
  if ! cmake --preset "$1" >"build/$1/configure.log" 2>&1; then
    cat "build/$1/configure.log" >&2
    echo "cmake --preset $1 failed; the lines above say why." >&2
    return 1
  fi
  touch "$made"
}

# build PRESET [TARGET]: on a terminal with a line of progress, else quiet unless something fails.
build() {
  if [ -t 1 ]; then
    cmake --build "build/$1" ${2:+--target "$2"}
  else
    cmake --build "build/$1" ${2:+--target "$2"} -- --quiet
  fi
}

# The cores that this process may use.
cores() { nproc 2>/dev/null || echo 2; }

# Compiling the same file again costs nothing where ccache is installed. Read by CMake when it configures.
if command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER="${CMAKE_CXX_COMPILER_LAUNCHER-ccache}"
fi
