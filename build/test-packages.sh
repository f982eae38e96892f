#!/bin/bash
# Installs the Debian packages that the tests need, if their programs are missing.
set -euo pipefail

# Root's programs, even for somebody who is not root.
PATH=$PATH:/usr/sbin:/sbin

declare -A packages=(
	[nft]=nftables [dnsmasq]=dnsmasq-base [chronyd]=chrony [nginx]=nginx-light
	[openssl]=openssl [ip]=iproute2 [ps]=procps [unshare]=util-linux
	[nsenter]=util-linux [setpriv]=util-linux [sshd]=openssh-server [ssh]=openssh-client
	[dbus-daemon]=dbus [firewalld]=firewalld [udhcpc]=udhcpc [postconf]=postfix
	[tinyproxy]=tinyproxy [tdspool]=freetds-bin [faketime]=faketime [ethtool]=ethtool
	[screen]=screen [tmux]=tmux [zbarimg]=zbar-tools [chromium]=chromium
	[systemd-analyze]=systemd [zsh]=zsh [fish]=fish [man]=man-db [groff]=groff-base [mandoc]=mandoc
	[strip]=binutils [rpmbuild]=rpm [rpmlint]=rpmlint [dnf]=dnf
	[ansible]=ansible-core [ansible-lint]=ansible-lint [sudo]=sudo
)
# For the tests that start a whole system.
if [[ ${1:-} == --system ]]; then
	packages+=([debootstrap]=debootstrap [systemd-nspawn]=systemd-container)
fi
# For what the benchmark compares with.
if [[ ${1:-} == --bench ]]; then
	packages+=(
		[dialog]=dialog [whiptail]=whiptail [nmap]=nmap [ufw]=ufw [iptables]=iptables
		[strace]=strace [wrk]=wrk [python3]=python3 [/usr/bin/time]=time
	)
fi
if [[ ${1:-} == --boot ]]; then
	packages+=(
		[debootstrap]=debootstrap [mke2fs]=e2fsprogs
		[qemu-system-x86_64]=qemu-system-x86 [qemu-img]=qemu-utils
	)
fi

missing=()
find_missing() {
	missing=()
	local program
	for program in "${!packages[@]}"; do
		command -v "$program" >/dev/null || missing+=("${packages[$program]}")
	done
	[[ -e /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf ]] || missing+=(fonts-dejavu-core)
	[[ -e /usr/share/bash-completion/bash_completion ]] || missing+=(bash-completion)
}

# Lets packages start no daemon: Debian asks this file first.
policy=/usr/sbin/policy-rc.d
forbid_daemons() {
	if [[ -e $policy || -L $policy ]]; then
		mv "$policy" "$policy.before-tests"
	fi
	trap allow_daemons EXIT
	printf '#!/bin/sh\nexit 101\n' >"$policy"
	chmod 755 "$policy"
}

allow_daemons() {
	rm -f "$policy"
	if [[ -e $policy.before-tests || -L $policy.before-tests ]]; then
		mv "$policy.before-tests" "$policy"
	fi
}

install_missing() {
	forbid_daemons
	export DEBIAN_FRONTEND=noninteractive
	apt-get -qq update >&2 &&
		apt-get -qq install --no-install-recommends "${missing[@]}" >/dev/null
}

find_missing
if ((${#missing[@]})) && [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
	install_missing || true
	find_missing
fi

if ((${#missing[@]})); then
	echo "The tests miss these packages: $(printf '%s\n' "${missing[@]}" | sort -u | xargs)" >&2
	[[ ${CI:-} != true ]]
fi
