# analytics-setup: what bash offers on Tab. Made from the definition of the commands.

# What a command takes, each with how it is completed: by one of some words, by a file
# or a folder, or by nothing.
_analytics_setup_command() {
	case $1 in
	'')
		commands='setup check schema plan apply confirm rollback status explain refresh probe observe report compare support-bundle completion'
		flags='--version --help --answers --backend --root --no-color --ascii --confirm-within --plain'
		values=' --answers=@file --backend=nftables,files --root=@folder --confirm-within= '
		repeatable=' --answers '
		arguments=()
		;;
	setup)
		flags='--answers --backend --root --no-color --ascii --confirm-within --plain --help'
		values=' --answers=@file --backend=nftables,files --root=@folder --confirm-within= '
		repeatable=' --answers '
		arguments=()
		;;
	check)
		flags='--no-color --ascii --json --progress --help'
		values=' --progress=auto,json,none '
		repeatable='  '
		arguments=('@file+')
		;;
	schema)
		flags='--no-color --ascii --help'
		values='  '
		repeatable='  '
		arguments=()
		;;
	plan)
		flags='--answers --backend --root --no-color --ascii --diff --raw --shut-out --json --progress --help'
		values=' --answers=@file --backend=nftables,files --root=@folder --shut-out= --progress=auto,json,none '
		repeatable=' --answers --shut-out '
		arguments=()
		;;
	apply)
		flags='--answers --backend --root --no-color --ascii --confirm-within --no-confirm --shut-out --json --progress --help'
		values=' --answers=@file --backend=nftables,files --root=@folder --confirm-within= --shut-out= --progress=auto,json,none '
		repeatable=' --answers --shut-out '
		arguments=()
		;;
	confirm)
		flags='--backend --root --no-color --ascii --without-proof --json --progress --help'
		values=' --backend=nftables,files --root=@folder --progress=auto,json,none '
		repeatable='  '
		arguments=()
		;;
	rollback)
		flags='--backend --root --no-color --ascii --confirm-within --no-confirm --shut-out --to --list --json --progress --help'
		values=' --backend=nftables,files --root=@folder --confirm-within= --shut-out= --to= --progress=auto,json,none '
		repeatable=' --shut-out '
		arguments=()
		;;
	status)
		flags='--answers --backend --root --no-color --ascii --json --progress --help'
		values=' --answers=@file --backend=nftables,files --root=@folder --progress=auto,json,none '
		repeatable=' --answers '
		arguments=()
		;;
	explain)
		flags='--answers --backend --root --no-color --ascii --from --to --port --json --progress --help'
		values=' --answers=@file --backend=nftables,files --root=@folder --from= --to= --port=9999/tcp,19999/tcp,22/tcp,1433/tcp,1433/udp,123/udp,443/tcp,80/tcp,587/tcp --progress=auto,json,none '
		repeatable=' --answers '
		arguments=()
		;;
	refresh)
		flags='--backend --root --no-color --ascii --json --progress --help'
		values=' --backend=nftables,files --root=@folder --progress=auto,json,none '
		repeatable='  '
		arguments=()
		;;
	probe)
		flags='--answers --backend --root --no-color --ascii --watch --every --answer --login --password-fd --database --message-to --json --progress --help'
		values=' --answers=@file --backend=nftables,files --root=@folder --every= --login= --password-fd= --database= --message-to= --progress=auto,json,none '
		repeatable=' --answers '
		arguments=('viewers,appsanywhere,remote-support,sql-tcp,sql-udp,time,https,http,mail,ntp-0,ntp-1,ntp-2,ntp-3,mirrorlist-centos,remirepo-cdn,remirepo-rpms,fedora-mirrors,acc-blob,acc-cdn,bitbucket,looker-license,sendgrid+')
		;;
	observe)
		flags='--answers --backend --root --no-color --ascii --json --progress --help'
		values=' --answers=@file --backend=nftables,files --root=@folder --progress=auto,json,none '
		repeatable=' --answers '
		arguments=('start,stop')
		;;
	report)
		flags='--answers --backend --root --no-color --ascii --format --for --output --force --json --progress --help'
		values=' --answers=@file --backend=nftables,files --root=@folder --format=text,markdown,html,csv,json --for=network,dba,mail,dns --output=@file --progress=auto,json,none '
		repeatable=' --answers '
		arguments=()
		;;
	compare)
		flags='--no-color --ascii --format --output --force --json --progress --help'
		values=' --format=text,markdown,html,json --output=@file --progress=auto,json,none '
		repeatable='  '
		arguments=('@file+')
		;;
	support-bundle)
		flags='--answers --backend --root --no-color --ascii --output --force --anonymous --json --progress --help'
		values=' --answers=@file --backend=nftables,files --root=@folder --output=@file --progress=auto,json,none '
		repeatable=' --answers '
		arguments=()
		;;
	completion)
		flags='--help'
		values='  '
		repeatable='  '
		arguments=('bash,zsh,fish')
		;;
	*) return 1 ;;
	esac
}

# Bash cuts a line at "=" and ":" too: what no space parts is one word again.
_analytics_setup_words() {
	local line=${COMP_LINE#*"${COMP_WORDS[0]}"} word
	words=("${COMP_WORDS[0]}")
	for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
		if [[ $line == [[:space:]]* ]]; then
			words+=("$word")
		else
			words[${#words[@]} - 1]+=$word
		fi
		line=${line#"${line%%[![:space:]]*}"}
		line=${line#"$word"}
	done
}

# Reads the words before the cursor: which were "given", the "count" of those that are
# arguments, and the "flag" that still waits for its value.
_analytics_setup_read() {
	local word
	for word in "$@"; do
		if [[ -n $flag ]]; then
			flag=
			continue
		fi
		given+="${word%%=*} "
		if [[ $word != -* ]]; then
			count+=1
		elif [[ $values == *" $word="* ]]; then
			flag=$word
		fi
	done
}

# Offers words, those apart that were given already.
_analytics_setup_offer() {
	local word
	while read -r word; do
		if [[ $given != *" $word "* || $repeatable == *" $word "* ]]; then
			COMPREPLY+=("$word")
		fi
	done < <(compgen -W "$1" -- "$2")
}

_analytics_setup_value() {
	case $1 in
	@file) compopt -o default ;;
	@folder) compopt -o dirnames ;;
	*) _analytics_setup_offer "${1//,/ }" "$2" ;;
	esac
}

_analytics_setup() {
	local command='' flag='' given=' ' commands='' flags values repeatable current value
	local -a words arguments
	local -i count=0 first=1 last
	COMPREPLY=()
	_analytics_setup_words
	last=${#words[@]}-1
	current=${words[last]}
	if ((last > 1)) && [[ ${words[1]} != -* ]]; then
		command=${words[1]}
		first=2
	fi
	_analytics_setup_command "$command" || return 0
	_analytics_setup_read "${words[@]:first:last - first}"

	if [[ -z $flag && $current == --*=* && $values == *" ${current%%=*}="* ]]; then
		flag=${current%%=*}
		current=${current#*=}
	fi
	if [[ -n $flag ]]; then
		given=' '
		value=${values#*" $flag="}
		_analytics_setup_value "${value%% *}" "$current"
	elif [[ $current == -* ]]; then
		_analytics_setup_offer "$flags" "$current"
	elif [[ -z $command ]] && ((last == 1)); then
		_analytics_setup_offer "$commands" "$current"
	else
		value=${arguments[count]}
		if [[ -z $value && ${arguments[0]} == *+ ]]; then
			value=${arguments[0]}
		fi
		# After the arguments there are only flags.
		if [[ -z $value ]]; then
			value=${flags// /,}
		fi
		_analytics_setup_value "${value%+}" "$current"
	fi
}

complete -F _analytics_setup analytics-setup
