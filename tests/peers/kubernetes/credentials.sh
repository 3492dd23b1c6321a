# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Sourced by cluster: certificates, tokens and kubeconfigs of the cluster at $url, in $state. README.md says what each is for.

users=200 # of the kubeconfig with that many contexts: each has a token of its own, so that the audit log tells them apart

certificates() {
    [ ! -e "$state/pki/done" ] || return 0
    mkdir -p "$state/pki"
    (
        cd "$state/pki"
        umask 077
        key=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes)
        : >index.txt
        echo 01 >serial
        printf '%s\n' '[ca]' 'default_ca=us' '[us]' 'database=index.txt' 'serial=serial' 'new_certs_dir=.' \
            'default_md=sha256' 'policy=any' 'copy_extensions=copy' 'unique_subject=no' \
            '[any]' 'organizationName=optional' 'commonName=supplied' >ca.cnf
        authority() { # authority NAME SUBJECT
            openssl req -x509 "${key[@]}" -days 30 -subj "/CN=$2" -keyout "$1.key" -out "$1.crt" \
                -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign
        }
        sign() { # sign NAME SUBJECT USE ALTERNATIVE-NAMES [END] [AUTHORITY]
            local by=${6:-ca}
            openssl req "${key[@]}" -subj "$2" -keyout "$1.key" -out "$1.request" -addext "extendedKeyUsage=$3" \
                -addext "subjectAltName=$4"
            openssl ca -batch -config ca.cnf -cert "$by.crt" -keyfile "$by.key" -in "$1.request" -out "$1.crt" -notext \
                -startdate 20200101000000Z -enddate "${5:-$next_year}"
        }
        client() { sign "$1" "$2" clientAuth "email:$1@cluster.test" "${@:3}"; }
        next_year=$(($(date +%Y) + 1))0101000000Z
        authority ca "Graticule test authority"
        authority other-ca "another authority"
        sign apiserver /CN=kube-apiserver serverAuth \
            DNS:localhost,DNS:kubernetes.default.svc,DNS:api.cluster.test,IP:127.0.0.1,IP:10.96.0.1
        sign etcd /CN=etcd serverAuth,clientAuth DNS:localhost,IP:127.0.0.1
        sign kubelet /CN=kubelet serverAuth DNS:localhost,IP:127.0.0.1
        client etcd-client /CN=kube-apiserver-etcd
        client kubelet-client /O=system:masters/CN=kube-apiserver-kubelet
        client controllers /CN=system:kube-controller-manager
        client scheduler /CN=system:kube-scheduler
        client fleet /O=system:masters/CN=rig-fleet
        client admin /O=system:masters/CN=rig-admin
        client stranger /O=system:masters/CN=stranger "$next_year" other-ca
        client expired /O=system:masters/CN=rig-admin-expired 20200201000000Z
        openssl genrsa -out service-accounts.key 2048
        openssl rsa -in service-accounts.key -pubout -out service-accounts.pub
        rm ./*.request ./*.pem
    ) >"$state/log/certificates" 2>&1 || fail "the certificates could not be made: see $state/log/certificates"
    touch "$state/pki/done"
}

tokens() {
    local name number secret
    [ ! -e "$state/tokens.csv" ] || return 0
    (
        umask 077
        for name in viewer operator nobody; do openssl rand -hex 16 >"$state/$name.token"; done
        {
            echo "$(cat "$state/viewer.token"),viewer,u-viewer,\"viewers\""
            echo "$(cat "$state/operator.token"),operator,u-operator,\"viewers,operators\""
            echo "$(cat "$state/nobody.token"),nobody,u-nobody"
            secret=$(openssl rand -hex 8)
            for ((number = 1; number <= users; ++number)); do
                printf 'user-%03d-%s,user-%03d,u-%03d,"viewers"\n' $number "$secret" $number $number
            done
        } >"$state/tokens.csv"
    )
}

# config NAME LINES-OF-CLUSTER LINES-OF-USER [NAMESPACE]
config() {
    {
        printf '%s\n' 'apiVersion: v1' 'kind: Config' 'preferences: {}' "current-context: $1" \
            'clusters:' '- name: rig' '  cluster:' "    server: $url"
        indented "$2"
        printf '%s\n' 'users:' "- name: $1"
        if [ -n "$3" ]; then echo '  user:'; indented "$3"; else echo '  user: {}'; fi
        printf '%s\n' 'contexts:' "- name: $1" '  context:' '    cluster: rig' "    user: $1"
        [ -z "${4:-}" ] || echo "    namespace: $4"
    } >"$state/kubeconfig/$1.kubeconfig"
}
indented() { [ -z "$1" ] || printf '    %s\n' "${1//$'\n'/$'\n'    }"; }
lines() { printf '%s\n' "$@"; }
data() { base64 -w 0 "$state/pki/$1"; }

kubeconfigs() {
    local ca embedded viewer
    mkdir -p "$state/kubeconfig"
    ca='certificate-authority: ../pki/ca.crt' # resolved against the file's own folder
    embedded="certificate-authority-data: $(data ca.crt)"
    viewer="token: $(cat "$state/viewer.token")"
    files() { lines "client-certificate: ../pki/$1.crt" "client-key: ../pki/$1.key"; }
    within() { lines "client-certificate-data: $(data "$1.crt")" "client-key-data: $(data "$1.key")"; }
    plugin() { # plugin VERSION ARGUMENTS [LINES]
        lines 'exec:' "  apiVersion: client.authentication.k8s.io/$1" '  command: ../exec-credential' "  args: [$2]" "${@:3}"
    }
    (
        umask 077
        config admin "$ca" "$(files admin)"
        config admin-embedded "$embedded" "$(within admin)"
        config viewer "$embedded" "$viewer" payments
        config viewer-tokenfile "$ca" 'tokenFile: ../viewer.token'
        config operator "$embedded" "token: $(cat "$state/operator.token")"
        config nobody "$embedded" "token: $(cat "$state/nobody.token")"
        config bad-token "$embedded" 'token: this-token-is-not-known'
        config anonymous "$embedded" ''
        config impersonate "$embedded" "$(within admin; lines 'as: viewer' 'as-groups: [viewers, "system:authenticated"]')"
        config insecure 'insecure-skip-tls-verify: true' "$viewer"
        config wrong-ca 'certificate-authority: ../pki/other-ca.crt' "$viewer"
        config wrong-name "$(lines "$embedded" 'tls-server-name: elsewhere.example.com')" "$viewer"
        config server-name "$(lines "$embedded" 'tls-server-name: api.cluster.test')" "$viewer"
        config stranger-cert "$embedded" "$(within stranger)"
        config expired-cert "$embedded" "$(within expired)"
        config exec "$embedded" "$(plugin v1beta1 --user,viewer '  env:' '  - name: RIG_EXEC' '    value: "1"')"
        config exec-v1 "$embedded" "$(plugin v1 --user,viewer,--v1 '  interactiveMode: Never' '  provideClusterInfo: true')"
        config exec-fails "$embedded" "$(plugin v1beta1 --fail '  installHint: the plugin was asked to fail')"
        config controllers "$ca" "$(files controllers)"
        config scheduler "$ca" "$(files scheduler)"
        many_contexts >"$state/kubeconfig/many-contexts.kubeconfig"
        two_hundred >"$state/kubeconfig/two-hundred-contexts.kubeconfig"
    )
    cat >"$state/exec-credential" <<'SH'
#!/bin/sh
# Prints a credential for the user asked for, good for a minute.
folder=$(cd "$(dirname "$0")" && pwd)
[ "$1" != --fail ] || { echo "credential plugin: no session, log in first" >&2; exit 3; }
version=v1beta1
[ "${3:-}" != --v1 ] || version=v1
printf '{"apiVersion":"client.authentication.k8s.io/%s","kind":"ExecCredential","status":{"token":"%s","expirationTimestamp":"%s"}}\n' \
    $version "$(cat "$folder/$2.token")" "$(date -u -d +60seconds +%Y-%m-%dT%H:%M:%SZ)"
SH
    chmod 700 "$state/exec-credential"
}

# One user is not there, one cluster is down, and of a token and a tokenFile the file counts.
many_contexts() {
    cat <<YML
apiVersion: v1
kind: Config
current-context: viewer@rig
clusters:
- {name: rig, cluster: {server: "$url", certificate-authority-data: $(data ca.crt)}}
- {name: gone, cluster: {server: "https://127.0.0.1:1", certificate-authority-data: $(data ca.crt)}}
users:
- {name: viewer, user: {token: $(cat "$state/viewer.token")}}
- {name: admin, user: {client-certificate: ../pki/admin.crt, client-key: ../pki/admin.key}}
- {name: both, user: {token: ignored, tokenFile: ../viewer.token}}
contexts:
- {name: viewer@rig, context: {cluster: rig, user: viewer, namespace: payments}}
- {name: admin@rig, context: {cluster: rig, user: admin}}
- {name: both@rig, context: {cluster: rig, user: both}}
- {name: dangling@rig, context: {cluster: rig, user: no-such-user}}
- {name: viewer@gone, context: {cluster: gone, user: viewer}}
YML
}

two_hundred() {
    local number ca
    ca=$(data ca.crt)
    printf '%s\n' 'apiVersion: v1' 'kind: Config' 'current-context: cluster-001' 'clusters:'
    for ((number = 1; number <= users; ++number)); do
        printf -- '- name: cluster-%03d\n  cluster:\n    server: %s\n    certificate-authority-data: %s\n' $number "$url" "$ca"
    done
    echo 'users:'
    sed -nE 's/^(user-[^,]*),(user-[0-9]*),.*/- name: \2\n  user:\n    token: \1/p' "$state/tokens.csv"
    echo 'contexts:'
    for ((number = 1; number <= users; ++number)); do
        printf -- '- name: cluster-%03d\n  context:\n    cluster: cluster-%03d\n    user: user-%03d\n' $number $number $number
    done
}
