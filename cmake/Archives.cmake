# Every shared library costs each run a tenth of a millisecond before main(): one report is read in ten. Libraries that
# come as archives too are linked in; where there is none, the shared one does.

# prefer_archive(TARGET NAME) makes the imported target of pkg_check_modules use libNAME.a.
function(prefer_archive target name)
  find_library(${name}_ARCHIVE lib${name}.a)
  mark_as_advanced(${name}_ARCHIVE)
  if(${name}_ARCHIVE)
    set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${${name}_ARCHIVE};Threads::Threads;${CMAKE_DL_LIBS};m")
  endif()
endfunction()
