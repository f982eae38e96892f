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
