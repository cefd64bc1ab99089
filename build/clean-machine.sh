#!/usr/bin/env bash
# Runs `npm start -- --once` and `npm test` on a machine that has nothing: a new Debian 12 with Node and npm
# alone, made in a folder and removed afterwards. What passes here needs nothing of the machine it runs on.
#
#   sudo build/clean-machine.sh [--start-only]
#
# Needs Linux, root, and apt-get or an installed debootstrap. It runs the last commit, not the work tree. Of this
# machine it takes Node, npm, and the way to the registries: DNS, authorities, npm's and apt's settings for it.
set -euo pipefail
cd "$(dirname "$0")/.."

what=all
[ "${1:-}" = --start-only ] && what=start
if [ "$(id -u)" != 0 ]; then
  echo 'clean-machine: run this as root (it makes a root file system).' >&2
  exit 1
fi
if ! command -v debootstrap >/dev/null; then
  apt-get -qq update && apt-get -qq install -y --no-install-recommends debootstrap >/dev/null
fi

work=$(mktemp -d /var/tmp/ringcue-clean.XXXXXX)
root=$work/root
trap 'rm -rf --one-file-system "$work"' EXIT

echo 'clean-machine: making a bare Debian 12 ...'
if ! debootstrap --variant=minbase bookworm "$root" >"$work/debootstrap.log" 2>&1; then
  tail -n 20 "$work/debootstrap.log" >&2
  exit 1
fi

# Node and npm, where they are on this machine.
node=$(readlink -f "$(command -v node)")
npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
install -D "$node" "$root/usr/local/bin/node"
mkdir -p "$root/usr/local/lib/node_modules"
cp -a "$npm" "$root/usr/local/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"

# What an installer writes and debootstrap does not.
printf '127.0.0.1 localhost\n::1 localhost ip6-localhost\n' >"$root/etc/hosts"
echo clean-machine >"$root/etc/hostname"

# The way to the registries.
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root/etc/ssl/certs" "$root/usr/local/etc"
[ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
for file in "$HOME/.npmrc" /usr/etc/npmrc /usr/local/etc/npmrc; do
  [ ! -e "$file" ] || grep -v '^nodedir=' "$file" >>"$root/usr/local/etc/npmrc"
done
if command -v apt-config >/dev/null; then
  apt-config dump | grep -E '^Acquire::(Check|http|https|Retries)' >"$root/etc/apt/apt.conf.d/99machine" || true
fi
# Packages start no services, as in any container.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"

git clone --quiet --no-hardlinks . "$root/srv/ringcue"
commit=$(git rev-parse --short HEAD)

cat >"$root/srv/run.sh" <<'INSIDE'
set -euo pipefail
cd /srv/ringcue
echo "clean-machine: Debian $(cat /etc/debian_version), Node $(node --version), npm $(npm --version), $(dpkg -l | grep -c '^ii') packages"
begun=$SECONDS
npm start -- --once >/srv/once.json
echo "clean-machine: npm start -- --once took $((SECONDS - begun)) s and printed:"
cat /srv/once.json
# One line of JSON and nothing else.
node -e 'const text = require("fs").readFileSync("/srv/once.json", "utf8");
  if (text.trim().split("\n").length !== 1) throw new Error("more than one line on standard output");
  console.log("clean-machine: on Electron " + JSON.parse(text).electron);'
if [ "$1" = all ]; then
  begun=$SECONDS
  npm test
  echo "clean-machine: npm test took $((SECONDS - begun)) s"
fi
INSIDE

# A process namespace of its own: whatever was started in there ends with it, also what hangs.
unshare --mount --pid --fork --kill-child sh -c '
  mount --make-rprivate / 2>/dev/null || true
  mount -t proc proc "$1/proc"
  mount --rbind /dev "$1/dev"
  mount -t tmpfs tmpfs "$1/tmp"
  exec chroot "$1" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    HOME=/root LANG=C.UTF-8 CI=true NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    bash /srv/run.sh "$2"
' sh "$root" "$what"
echo "clean-machine: $commit passed"
