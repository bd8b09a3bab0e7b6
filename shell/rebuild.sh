# --- How to run it: WORK=folder DATA=folder PATCH=file sh this-script ---
# WORK        new folder for the build (./rebuild)
# DATA        folder with the inputs that are not in the checkout, under the names above (./data)
# PATCH       file with the uncommitted changes; its digest is checked
# REPOSITORY  other address of the same repository
# PYTHON      Python to use instead of the one that is found
# METRICS     file to which the command writes its metrics, relative to the checkout (metrics.json)
# TOLERANCE   maximum relative difference of a metric (0.000001)
# Exit codes: 0 rebuilt, all recorded metrics reproduced; 1 not rebuilt; 2 rebuilt, but a metric differs or is missing.
# The script installs the recorded packages and runs the recorded command: read both above before you run it.

set -eu
unset CDPATH

# Recorded values are printed without control characters, which a terminal would interpret.
say() { printf '%s\n' "$*" | LC_ALL=C tr -d '\001-\010\013-\037\177'; }
warn() { say "warning: $*" >&2; }
fail() { say "error: $*" >&2; exit 1; }
absolute() { case $1 in '' | /*) printf '%s\n' "$1" ;; *) printf '%s\n' "$PWD/$1" ;; esac; }

work=$(absolute "${WORK:-rebuild}")
data=$(absolute "${DATA:-data}")
patch=$(absolute "${PATCH:-}")
code=$work/code
[ ! -e "$code" ] || fail "$code already exists; give another folder: WORK=…"
mkdir -p "$work"

find_python() {
  for name in "${PYTHON:-}" "${python_version:+python$(printf '%s' "$python_version" | cut -d . -f 1,2)}" python3 python; do
    if [ -n "$name" ] && command -v "$name" > /dev/null 2>&1; then
      printf '%s\n' "$name"
      return
    fi
  done
}
python=$(find_python)
case $python in */*) python=$(absolute "$python") ;; esac

# The digest of standard input, as hexadecimal digits.
digest_of() {
  case $1 in
    md5) if command -v md5sum > /dev/null 2>&1; then md5sum; else openssl dgst -r -md5; fi ;;
    *)
      if command -v "$1sum" > /dev/null 2>&1; then "$1sum"
      elif command -v shasum > /dev/null 2>&1; then shasum -a "${1#sha}"
      else openssl dgst -r "-$1"; fi ;;
  esac | cut -d ' ' -f 1
}

# The digest of a folder by the rule of lineage, as hexadecimal digits: of the names and contents of all its entries.
digest_of_folder() {
  "$python" - "$1" << 'FOLDER'
import hashlib, os, sys


def digest(path):
    whole = hashlib.sha256()
    if os.path.isdir(path):
        whole.update(b"lineage-folder/1\n")
        for name in sorted(os.listdir(path)):
            if name not in (b".git", b".lineage"):
                inner = os.path.join(path, name)
                kind = b"d" if os.path.isdir(inner) else b"f" if os.path.exists(inner) else b"l"
                whole.update(b"%s %s %s\0" % (kind, digest(inner).encode(), name))
    elif os.path.exists(path):
        with open(path, "rb") as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                whole.update(block)
    else:
        whole.update(os.readlink(path))
    return whole.hexdigest()


print(digest(os.fsencode(sys.argv[1])))
FOLDER
}

# Checks a file or folder. Arguments: label, path, recorded digest ('' for none).
problems=0
check_digest() {
  algorithm=${3%%:*}
  case $algorithm in
    '') warn "$1: not checked, because no digest is recorded"; return ;;
    sha1 | sha224 | sha256 | sha384 | sha512 | md5) ;;
    *) warn "$1: not checked, because this script cannot compute a digest like $3"; return ;;
  esac
  expected=$(printf '%s' "${3#*:}" | tr 'A-F' 'a-f')
  if [ ! -d "$2" ]; then found=$(digest_of "$algorithm" < "$2")
  elif [ "$algorithm" = sha256 ] && [ -n "$python" ]; then found=$(digest_of_folder "$2")
  else
    warn "$1: not checked, because it is a folder with the digest $3"
    return
  fi
  if [ "$found" = "$expected" ]; then say "$1: the content matches the recorded digest"
  else
    say "$1: the content differs: recorded $3, found $algorithm:$found" >&2
    problems=$((problems + 1))
  fi
}

say "== Code: $sha of $repository"
[ -n "$sha" ] || fail "no commit is recorded, so there is no code to run"
export GIT_ALLOW_PROTOCOL=file:git:http:https:ssh
git clone --quiet --no-checkout -- "${REPOSITORY:-$repository}" "$code" < /dev/null ||
  fail "the repository could not be cloned; give another address of it: REPOSITORY=…"
commit=$(git -C "$code" rev-parse --verify --quiet --end-of-options "$sha^{commit}") || fail "the repository does not contain the commit $sha"
case $commit in "$sha"*) ;; *) fail "$sha is not the hash of a commit" ;; esac
git -C "$code" checkout --quiet --detach "$commit"
if [ -n "$patch" ]; then
  [ -f "$patch" ] || fail "the file $patch does not exist; PATCH names the file with the uncommitted changes"
  check_digest 'The patch' "$patch" "$patch_digest"
  [ "$problems" -eq 0 ] || fail "the patch differs from the recorded one"
  git -C "$code" apply "$patch" || fail "the patch does not apply to the commit"
elif [ -n "$patch_digest" ]; then fail "the run used uncommitted changes; give the file with these changes, with the digest $patch_digest (lineage record keeps it as .lineage/patches/${patch_digest#*:}.patch): PATCH=…"
elif [ -n "$is_dirty" ]; then warn "the run used uncommitted changes, which are not recorded"; fi

say "== Data"
# Links and checks one input. Arguments: label, file name, recorded digest, recorded location.
input() {
  file=$code/$2
  if [ ! -e "$file" ] && [ -e "$data/$2" ]; then
    mkdir -p "${file%/*}"
    ln -s "$data/$2" "$file"
  fi
  if [ -e "$file" ]; then check_digest "$1" "$file" "$3"
  else
    say "$1: put it at $data/$2${4:+ (recorded at $4)}" >&2
    problems=$((problems + 1))
  fi
}
recorded_inputs
[ "$problems" -eq 0 ] || fail "$problems of the inputs are missing or differ from the recorded content"

say "== Environment"
cd "$code"
in_environment() { sh -c "$1"; }
if [ "$environment" = requirements ]; then
  [ -z "$image" ] || say "The run used a container of $image; this script only installs the packages"
  [ -n "$python" ] || fail "Python was not found; install it, or name it: PYTHON=…"
  found=$("$python" -c 'import platform; print(platform.python_version())') || fail "$python does not run; name another one: PYTHON=…"
  case $found in
    "${python_version:-$found}" | "$python_version".*) ;;
    *) warn "Python $python_version is recorded, but this is $found" ;;
  esac
  case $requirements in *://*'****'*) warn "credentials in the requirements are masked in the record; configure them in pip" ;; esac
  printf '%s\n' "$requirements" > .lineage-requirements.txt
  "$python" -m venv "$work/environment" || fail "the virtual environment could not be created"
  python=$work/environment/bin/python
  "$python" -m pip install --quiet --disable-pip-version-check --requirement .lineage-requirements.txt < /dev/null || fail "the packages could not be installed"
  export PATH="$work/environment/bin:$PATH" VIRTUAL_ENV="$work/environment"
elif [ "$environment" = conda ]; then
  printf '%s\n' "$conda_file" > .lineage-environment.yml
  conda env create --yes --quiet --prefix "$work/environment" --file .lineage-environment.yml < /dev/null || fail "conda could not create the environment"
  in_environment() { conda run --no-capture-output --prefix "$work/environment" sh -c "$1"; }
elif [ "$environment" = image ]; then
  say "The command will run in a container of $image"
  in_environment() { docker run --rm --volume "$code:$code" --volume "$data:$data:ro" --workdir "$code" --entrypoint sh -- "$image" -c "$1"; }
else warn "no environment is recorded, so the command runs in the current one"; fi

say "== Command: $command"
printf '%s\n' "$parameters" > "$work/parameters.json"
say "The recorded parameters: $work/parameters.json"
[ -n "$command" ] || fail "the command is not recorded; code, data and environment are ready in $work"
in_environment "$command" < /dev/null || fail "the command failed"

say "== Metrics"
printf '%s\n' "$metrics" > "$work/metrics-recorded.json"
if [ "$metrics" = '{}' ]; then
  say "Rebuilt. No metrics are recorded to compare with."
  exit 0
fi
if [ -z "$python" ]; then
  warn "rebuilt, but Python was not found to compare the metrics; the recorded metrics: $work/metrics-recorded.json"
  exit 2
fi
"$python" - "$work/metrics-recorded.json" "${METRICS:-metrics.json}" "${TOLERANCE:-0.000001}" << 'COMPARISON'
import json, math, sys

recorded_file, found_file, tolerance = sys.argv[1], sys.argv[2], float(sys.argv[3])


def numbers(value, path=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from numbers(inner, path + "." + name if path else name)
    elif isinstance(value, (int, float, str)) and not isinstance(value, bool):
        try:
            yield path, float(value)
        except ValueError:
            pass


def is_same(left, right):
    return math.isnan(left) and math.isnan(right) or math.isclose(left, right, rel_tol=tolerance, abs_tol=tolerance)


with open(recorded_file, encoding="utf-8") as file:
    recorded = {name: float(value) for name, value in json.load(file).items()}
try:
    with open(found_file, encoding="utf-8") as file:
        found = dict(numbers(json.load(file)))
except FileNotFoundError:
    print("The command did not write %s; name the file that it writes: METRICS=..." % ascii(found_file)[1:-1], file=sys.stderr)
    found = {}
missed = 0
for name, value in sorted(recorded.items()):
    if name in found and is_same(value, found[name]):
        print("%s: %r, as recorded" % (ascii(name)[1:-1], found[name]))
    else:
        missed += 1
        print("%s: recorded %r, now %s" % (ascii(name)[1:-1], value, repr(found[name]) if name in found else "missing"))
print("Rebuilt: %d of %d metrics are as recorded." % (len(recorded) - missed, len(recorded)))
sys.exit(2 if missed else 0)
COMPARISON
