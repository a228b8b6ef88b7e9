# Sourced by bin/citybrain and bin/test: what this project cannot install by itself. Each lack is one sentence on
# standard error and status 1.

lacking() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  return 1
}

# Departments, extracts and files have Chinese names: under a locale that is not UTF-8 the JVM cannot even open them.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

# Prints the java to use: of JAVA_HOME when it is set, as Maven does, else of the PATH.
java_command() {
  local java=${JAVA_HOME:+$JAVA_HOME/bin/}java version
  if ! command -v "$java" >/dev/null 2>&1; then
    lacking "JDK 17 is needed, but $java is not there. Install it (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME."
    return
  fi
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
  if [ "$version" != 17 ]; then
    lacking "JDK 17 is needed, but $java is version ${version:-unknown}. Set JAVA_HOME to a JDK 17."
    return
  fi
  printf '%s' "$java"
}

# Building needs more than running: a compiler, and Maven within the range that pom.xml allows.
require_build_tools() {
  local java version
  java=$(java_command) || return
  if [ ! -x "$(dirname "$(readlink -f "$(command -v "$java")")")/javac" ]; then
    lacking "A JDK 17 is needed to build, but $java belongs to a JRE. Install the JDK (Debian: apt-get install openjdk-17-jdk-headless)."
    return
  fi
  if ! command -v mvn >/dev/null 2>&1; then
    lacking "Maven 3.8 or 3.9 is needed to build, but mvn is not on the PATH. Install it (Debian: apt-get install maven)."
    return
  fi
  version=$(mvn -B -v 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9][0-9.]*\).*$/\1/p')
  case $version in
    3.8.* | 3.9.*) ;;
    *) lacking "Maven 3.8 or 3.9 is needed to build, but mvn is version ${version:-unknown}." ;;
  esac
}
