# The words before the cursor, from the command on; its name is empty where flags stand
# before it, or nothing does.
function __analytics_setup_words
	set -l words (commandline -opc)[2..-1]
	if not set -q words[1]; or string match -q -- '-*' $words[1]
		echo
	end
	string join \n -- $words
end

# Whether this is the command that is being typed.
function __analytics_setup_in -a command
	set -l words (__analytics_setup_words)
	test "$words[1]" = "$command"
end

# Whether no word was typed yet.
function __analytics_setup_at_start
	test (count (commandline -opc)) -eq 1
end

# Whether a flag of a command was not given yet. The one whose value is being typed counts
# as not given: fish would not know that it takes one.
function __analytics_setup_can -a command flag
	set -l words (__analytics_setup_words)
	test "$words[1]" = "$command"; or return
	not string match -qr -- "^$flag(=.*)?\$" $words[2..-2]
	and not string match -q -- "$flag=*" $words[-1]
end

# The same for a flag that stands alone.
function __analytics_setup_can_say -a command flag
	set -l words (__analytics_setup_words)
	test "$words[1]" = "$command"; and not contains -- $flag $words[2..-1]
end

# The arguments of a command that were given; fails in another one. The flags are those
# that take a value.
function __analytics_setup_arguments -a command
	set -l words (__analytics_setup_words)
	test "$words[1]" = "$command"; or return
	set -l is_value no
	for word in $words[2..-1]
		if test $is_value = yes
			set is_value no
		else if contains -- $word $argv[2..-1]
			set is_value yes
		else if not string match -q -- '-*' $word
			echo $word
		end
	end
end

# Those words that were not typed yet.
function __analytics_setup_left
	set -l words (__analytics_setup_words)
	for word in $argv
		contains -- $word $words[2..-1]; or echo $word
	end
end

function __analytics_setup_folders
	__fish_complete_directories (commandline -ct | string replace -r -- '^--[^=]*=' '')
end
