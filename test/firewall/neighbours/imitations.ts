/**
 * Tables such as these programs make, as far as it matters here. `recorded.json` holds
 * what nft 1.0 lists of each; a test in test/system holds it against the real one.
 */
export const imitations = {
	docker: `table ip nat {
	chain DOCKER {
		iifname "docker0" counter return
		iifname != "docker0" meta l4proto tcp tcp dport 9999 counter dnat to 172.17.0.2:8000
		iifname != "docker0" meta l4proto tcp tcp dport 8080 counter dnat to 172.17.0.3:80
		iifname != "docker0" meta l4proto udp udp dport 514 counter dnat to 172.17.0.4:514
	}
	chain PREROUTING {
		type nat hook prerouting priority -100; policy accept;
		fib daddr type local counter jump DOCKER
	}
	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter jump DOCKER
	}
	chain POSTROUTING {
		type nat hook postrouting priority 100; policy accept;
		ip saddr 172.17.0.0/16 oifname != "docker0" counter masquerade
	}
}
table ip filter {
	chain DOCKER {
		ip daddr 172.17.0.3 iifname != "docker0" oifname "docker0" tcp dport 80 counter accept
	}
	chain DOCKER-ISOLATION-STAGE-1 {
		iifname "docker0" oifname != "docker0" counter drop
	}
	chain FORWARD {
		type filter hook forward priority 0; policy drop;
		counter jump DOCKER-ISOLATION-STAGE-1
		oifname "docker0" counter jump DOCKER
	}
}
table ip6 nat {
	chain DOCKER {
		tcp dport 8080 counter dnat to [fd00::3]:80
	}
	chain PREROUTING {
		type nat hook prerouting priority -100; policy accept;
		fib daddr type local counter jump DOCKER
	}
}
`,
	'docker with nftables': `table ip docker-bridges {
	map filter-forward-in-jumps {
		type ifname : verdict
		elements = { "docker0" : jump filter-forward-in__docker0 }
	}
	chain filter-FORWARD {
		type filter hook forward priority 0; policy accept;
		oifname vmap @filter-forward-in-jumps
	}
	chain filter-forward-in__docker0 {
		counter drop
	}
	chain nat-PREROUTING {
		type nat hook prerouting priority -100; policy accept;
		fib daddr type local counter jump nat-prerouting-and-output
	}
	chain nat-prerouting-and-output {
		iifname != "docker0" tcp dport 8080 counter dnat to 172.17.0.3:80
	}
}
`,
	podman: `table inet netavark {
	chain INPUT {
		type filter hook input priority 0; policy accept;
	}
	chain PREROUTING {
		type nat hook prerouting priority -100; policy accept;
		fib daddr type local jump NETAVARK-HOSTPORT-DNAT
	}
	chain NETAVARK-HOSTPORT-DNAT {
		tcp dport 8081 jump nv_1_10_88_0_0_nm16_dnat
		tcp dport 9000-9003 jump nv_1_10_88_0_0_nm16_dnat
	}
	chain NETAVARK-HOSTPORT-SETMARK {
		meta mark set meta mark | 0x2000
	}
	chain nv_1_10_88_0_0_nm16_dnat {
		ip saddr 10.88.0.0/16 tcp dport 8081 jump NETAVARK-HOSTPORT-SETMARK
		tcp dport 8081 dnat ip to 10.88.0.5:80
		tcp dport 9000-9003 dnat ip to 10.88.0.6:80-83
	}
}
`,
	fail2ban: `table inet f2b-table {
	set addr-set-sshd {
		type ipv4_addr
		elements = { 10.40.0.7 }
	}
	chain f2b-chain {
		type filter hook input priority -1; policy accept;
		tcp dport 22 ip saddr @addr-set-sshd reject with icmp type port-unreachable
	}
}
`,
	'fail2ban with iptables': `table ip filter {
	chain f2b-sshd {
		ip saddr 10.40.0.7 counter reject
		counter return
	}
	chain INPUT {
		type filter hook input priority 0; policy accept;
		meta l4proto tcp tcp dport 22 counter jump f2b-sshd
	}
}
`,
	ufw: `table ip filter {
	chain ufw-user-input {
		tcp dport 22 counter accept
	}
	chain ufw-before-input {
		ct state related,established counter accept
		counter jump ufw-user-input
	}
	chain INPUT {
		type filter hook input priority 0; policy drop;
		counter jump ufw-before-input
	}
}
`,
	iptables: `table ip filter {
	chain INPUT {
		type filter hook input priority 0; policy accept;
		tcp dport 22 counter accept
		counter reject with icmp type host-prohibited
	}
	chain FORWARD {
		type filter hook forward priority 0; policy accept;
	}
	chain OUTPUT {
		type filter hook output priority 0; policy drop;
	}
}
`,
	'docker and iptables': `table ip filter {
	chain DOCKER-USER {
		counter return
	}
	chain FORWARD {
		type filter hook forward priority 0; policy drop;
		counter jump DOCKER-USER
	}
	chain INPUT {
		type filter hook input priority 0; policy drop;
	}
}
`,
	'nftables.service': `table inet filter {
	chain input {
		type filter hook input priority 0; policy accept;
		tcp dport vmap { 22 : accept, 23 : drop }
	}
	chain forward {
		type filter hook forward priority 0; policy accept;
	}
	chain output {
		type filter hook output priority 0; policy accept;
	}
}
`,
	firewalld: `table inet firewalld {
	chain filter_INPUT {
		type filter hook input priority 10; policy accept;
		ct state established,related accept
		reject with icmpx type admin-prohibited
	}
}
`,
	'firewalld, killed while it reloaded': `table inet firewalld_policy_drop {
	chain filter_input {
		type filter hook input priority 9; policy drop;
		ct state established,related accept
	}
	chain filter_output {
		type filter hook output priority 9; policy drop;
		ct state established,related accept
	}
}
`,
	'a map that sends to a refusal': `table inet site {
	map services {
		type inet_service : verdict
		elements = { 23 : jump refused }
	}
	chain in {
		type filter hook input priority 0; policy accept;
		tcp dport vmap @services
	}
	chain refused {
		drop
	}
}
`,
	'a table that only counts': `table inet traffic {
	chain in {
		type filter hook input priority -200; policy accept;
		counter
	}
}
`,
	'a table without a hook': `table inet helpers {
	chain never {
		drop
	}
}
`,
	'a port that an administrator sends on': `table ip forwarding {
	chain incoming {
		type nat hook prerouting priority -100; policy accept;
		tcp dport { 2222, 2223 } dnat to 10.60.0.11:22
		ip daddr 10.10.0.99 dnat to 10.60.0.12
	}
	chain own {
		type nat hook output priority -100; policy accept;
		tcp dport 7 dnat to 10.60.0.13:7
	}
}
`,
	'our own tables': `table inet analytics_setup {
	chain input {
		type filter hook input priority -5; policy drop;
	}
}
table inet analytics_setup_watch {
	chain input {
		type filter hook input priority -6; policy accept;
	}
}
`,
} as const;

export type ImitationName = keyof typeof imitations;

export const imitationNames = Object.keys(imitations) as readonly ImitationName[];
