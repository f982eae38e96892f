# analytics-setup: what fish offers on Tab. Made from the definition of the commands.

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

complete -c analytics-setup -f

complete -c analytics-setup -n __analytics_setup_at_start -a setup -d 'the wizard (what runs when no command is given)'
complete -c analytics-setup -n __analytics_setup_at_start -a check -d 'say everything that is wrong with an answers file, or with several as one'
complete -c analytics-setup -n __analytics_setup_at_start -a schema -d 'show the JSON Schema of an answers file, for editors'
complete -c analytics-setup -n __analytics_setup_at_start -a plan -d 'show what apply would change; changes nothing'
complete -c analytics-setup -n __analytics_setup_at_start -a apply -d 'put the rules into effect, on trial'
complete -c analytics-setup -n __analytics_setup_at_start -a confirm -d 'keep the rules that are on trial'
complete -c analytics-setup -n __analytics_setup_at_start -a rollback -d 'put the old rules back, or an earlier configuration'
complete -c analytics-setup -n __analytics_setup_at_start -a status -d 'configured? and is what is in effect still what was asked for?'
complete -c analytics-setup -n __analytics_setup_at_start -a explain -d 'would this packet pass, and by which rule?'
complete -c analytics-setup -n __analytics_setup_at_start -a refresh -d 'look up the names in the rules now, and permit the addresses they have'
complete -c analytics-setup -n __analytics_setup_at_start -a probe -d 'prove the connections, or those named; changes nothing'
complete -c analytics-setup -n __analytics_setup_at_start -a observe -d 'see where this server goes, and what only the listed destinations would cut off: "start" begins to count, "stop" ends it'
complete -c analytics-setup -n __analytics_setup_at_start -a report -d 'a summary of the last results, or documents for those who have to act'
complete -c analytics-setup -n __analytics_setup_at_start -a compare -d 'which rows differ between servers, and why, by what "report --json" has written on each'
complete -c analytics-setup -n __analytics_setup_at_start -a support-bundle -d 'one archive with everything that helps to find a fault; changes nothing'
complete -c analytics-setup -n __analytics_setup_at_start -a completion -d 'print what a shell needs to complete commands and flags on Tab'
complete -c analytics-setup -n '__analytics_setup_can_say "" --version' -l version -d 'show the version'
complete -c analytics-setup -n '__analytics_setup_can_say "" --help' -l help -d 'show this help'
complete -c analytics-setup -n '__analytics_setup_in ""' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can "" --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can "" --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say "" --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say "" --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can "" --confirm-within' -l confirm-within -d 'how long to wait for "analytics-setup confirm" before the old rules return' -x
complete -c analytics-setup -n '__analytics_setup_can_say "" --plain' -l plain -d 'one question a line, for screen readers and terminals that cannot move their cursor'

complete -c analytics-setup -n '__analytics_setup_in setup' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can setup --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can setup --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say setup --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say setup --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can setup --confirm-within' -l confirm-within -d 'how long to wait for "analytics-setup confirm" before the old rules return' -x
complete -c analytics-setup -n '__analytics_setup_can_say setup --plain' -l plain -d 'one question a line, for screen readers and terminals that cannot move their cursor'
complete -c analytics-setup -n '__analytics_setup_can_say setup --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_can_say check --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say check --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can_say check --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can check --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say check --help' -l help -d 'show this help'
complete -c analytics-setup -n '__analytics_setup_in check' -F

complete -c analytics-setup -n '__analytics_setup_can_say schema --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say schema --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can_say schema --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_in plan' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can plan --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can plan --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say plan --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say plan --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can_say plan --diff' -l diff -d 'then how the files would differ from those that are there'
complete -c analytics-setup -n '__analytics_setup_can_say plan --raw' -l raw -d 'only the exact files that would be written'
complete -c analytics-setup -n '__analytics_setup_in plan' -l shut-out -d 'this address may be shut out, and could not log in again; may be given more than once' -x
complete -c analytics-setup -n '__analytics_setup_can_say plan --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can plan --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say plan --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_in apply' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can apply --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can apply --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say apply --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say apply --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can apply --confirm-within' -l confirm-within -d 'how long to wait for "analytics-setup confirm" before the old rules return' -x
complete -c analytics-setup -n '__analytics_setup_can_say apply --no-confirm' -l no-confirm -d 'keep them without asking anybody, for unattended use'
complete -c analytics-setup -n '__analytics_setup_in apply' -l shut-out -d 'this address may be shut out, and could not log in again; may be given more than once' -x
complete -c analytics-setup -n '__analytics_setup_can_say apply --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can apply --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say apply --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_can confirm --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can confirm --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say confirm --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say confirm --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can_say confirm --without-proof' -l without-proof -d 'although nothing shows that you can log in again'
complete -c analytics-setup -n '__analytics_setup_can_say confirm --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can confirm --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say confirm --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_can rollback --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can rollback --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say rollback --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say rollback --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can rollback --confirm-within' -l confirm-within -d 'how long to wait for "analytics-setup confirm" before the old rules return' -x
complete -c analytics-setup -n '__analytics_setup_can_say rollback --no-confirm' -l no-confirm -d 'keep them without asking anybody, for unattended use'
complete -c analytics-setup -n '__analytics_setup_in rollback' -l shut-out -d 'this address may be shut out, and could not log in again; may be given more than once' -x
complete -c analytics-setup -n '__analytics_setup_can rollback --to' -l to -d 'go back to this generation' -x
complete -c analytics-setup -n '__analytics_setup_can_say rollback --list' -l list -d 'list the generations that are kept'
complete -c analytics-setup -n '__analytics_setup_can_say rollback --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can rollback --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say rollback --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_in status' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can status --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can status --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say status --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say status --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can_say status --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can status --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say status --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_in explain' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can explain --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can explain --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say explain --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say explain --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can explain --from' -l from -d 'who connects to this server, an address or a name' -x
complete -c analytics-setup -n '__analytics_setup_can explain --to' -l to -d 'what this server connects to, an address or a name' -x
complete -c analytics-setup -n '__analytics_setup_can explain --port' -l port -d 'for example 9999/tcp' -x -a '9999/tcp 19999/tcp 22/tcp 1433/tcp 1433/udp 123/udp 443/tcp 80/tcp 587/tcp'
complete -c analytics-setup -n '__analytics_setup_can_say explain --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can explain --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say explain --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_can refresh --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can refresh --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say refresh --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say refresh --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can_say refresh --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can refresh --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say refresh --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_in probe' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can probe --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can probe --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say probe --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say probe --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can_say probe --watch' -l watch -d 'then go on until Ctrl-C: say who knocks on the ports of this server, and what changes'
complete -c analytics-setup -n '__analytics_setup_can probe --every' -l every -d 'with --watch: how long to wait before the connections are proven again (default: 30)' -x
complete -c analytics-setup -n '__analytics_setup_can_say probe --answer' -l answer -d 'with --watch: answer for a test on ports where no program listens yet, but never on 22'
complete -c analytics-setup -n '__analytics_setup_can probe --login' -l login -d 'then log in as this user: with sql-tcp or mail' -x
complete -c analytics-setup -n '__analytics_setup_can probe --password-fd' -l password-fd -d 'with --login: the open file that gives the password; 0 is standard input' -x
complete -c analytics-setup -n '__analytics_setup_can probe --database' -l database -d 'with sql-tcp and --login: open this database' -x
complete -c analytics-setup -n '__analytics_setup_can probe --message-to' -l message-to -d 'with mail: send a test message' -x
complete -c analytics-setup -n '__analytics_setup_can_say probe --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can probe --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say probe --help' -l help -d 'show this help'
complete -c analytics-setup -n '__analytics_setup_in probe' -a '(__analytics_setup_left viewers appsanywhere remote-support sql-tcp sql-udp time https http mail ntp-0 ntp-1 ntp-2 ntp-3 mirrorlist-centos remirepo-cdn remirepo-rpms fedora-mirrors acc-blob acc-cdn bitbucket looker-license sendgrid)'

complete -c analytics-setup -n '__analytics_setup_in observe' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can observe --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can observe --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say observe --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say observe --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can_say observe --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can observe --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say observe --help' -l help -d 'show this help'
complete -c analytics-setup -n '__analytics_setup_in observe; and test (count (__analytics_setup_arguments observe --answers --backend --root --progress)) -eq 0' -a '(__analytics_setup_left start stop)'

complete -c analytics-setup -n '__analytics_setup_in report' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can report --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can report --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say report --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say report --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can report --format' -l format -d 'as what it is written (default: by the ending of the file, or text)' -x -a 'text markdown html csv json'
complete -c analytics-setup -n '__analytics_setup_can report --for' -l for -d 'a change request for one team: what it has to open, what fails, and by what that was seen' -x -a 'network dba mail dns'
complete -c analytics-setup -n '__analytics_setup_can report --output' -l output -d 'write it to this file, which only you can read' -r -F
complete -c analytics-setup -n '__analytics_setup_can_say report --force' -l force -d 'with --output: replace a file that is there'
complete -c analytics-setup -n '__analytics_setup_can_say report --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can report --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say report --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_can_say compare --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say compare --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can compare --format' -l format -d 'as what it is written (default: by the ending of the file, or text)' -x -a 'text markdown html json'
complete -c analytics-setup -n '__analytics_setup_can compare --output' -l output -d 'write it to this file, which only you can read' -r -F
complete -c analytics-setup -n '__analytics_setup_can_say compare --force' -l force -d 'with --output: replace a file that is there'
complete -c analytics-setup -n '__analytics_setup_can_say compare --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can compare --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say compare --help' -l help -d 'show this help'
complete -c analytics-setup -n '__analytics_setup_in compare' -F

complete -c analytics-setup -n '__analytics_setup_in support-bundle' -l answers -d 'use the answers of this file instead of the saved ones; may be given more than once' -r -F
complete -c analytics-setup -n '__analytics_setup_can support-bundle --backend' -l backend -d 'what puts the rules into effect' -x -a 'nftables files'
complete -c analytics-setup -n '__analytics_setup_can support-bundle --root' -l root -d 'a prefix for every path that is read or written' -x -a '(__analytics_setup_folders)'
complete -c analytics-setup -n '__analytics_setup_can_say support-bundle --no-color' -l no-color -d 'no colours'
complete -c analytics-setup -n '__analytics_setup_can_say support-bundle --ascii' -l ascii -d 'plain characters only'
complete -c analytics-setup -n '__analytics_setup_can support-bundle --output' -l output -d 'write it to this file, which only you can read; "-" is standard output' -r -F
complete -c analytics-setup -n '__analytics_setup_can_say support-bundle --force' -l force -d 'with --output: replace a file that is there'
complete -c analytics-setup -n '__analytics_setup_can_say support-bundle --anonymous' -l anonymous -d 'without the names, addresses and users of this site: tokens stand for them'
complete -c analytics-setup -n '__analytics_setup_can_say support-bundle --json' -l json -d 'the result as JSON'
complete -c analytics-setup -n '__analytics_setup_can support-bundle --progress' -l progress -d 'how the work is told on stderr' -x -a 'auto json none'
complete -c analytics-setup -n '__analytics_setup_can_say support-bundle --help' -l help -d 'show this help'

complete -c analytics-setup -n '__analytics_setup_can_say completion --help' -l help -d 'show this help'
complete -c analytics-setup -n '__analytics_setup_in completion; and test (count (__analytics_setup_arguments completion)) -eq 0' -a '(__analytics_setup_left bash zsh fish)'
