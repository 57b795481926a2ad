# Sourced by start.sh in $CLUSTER_HOME: the keys, certificates and kubeconfigs of the control plane.
# Elliptic curves, because they take no time. The folder is made once; the kubeconfigs every time, for the port may change.
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1" 2>/dev/null; }
authority() { # NAME COMMON_NAME
  key "pki/$1.key"
  openssl req -x509 -new -key "pki/$1.key" -days 3650 -subj "/CN=$2" -out "pki/$1.crt"
}
certificate() { # AUTHORITY NAME SUBJECT EXTENSIONS
  key "pki/$2.key"
  openssl req -new -key "pki/$2.key" -subj "$3" |
    openssl x509 -req -CA "pki/$1.crt" -CAkey "pki/$1.key" -CAcreateserial -days 3650 -extfile <(echo "$4") -out "pki/$2.crt" 2>/dev/null
}
kubeconfig() { # FILE CERTIFICATE
  cat >"$1" <<YAML
apiVersion: v1
kind: Config
clusters: [{name: local, cluster: {server: "https://127.0.0.1:$PORT", certificate-authority: $CLUSTER_HOME/pki/ca.crt}}]
users: [{name: local, user: {client-certificate: $CLUSTER_HOME/pki/$2.crt, client-key: $CLUSTER_HOME/pki/$2.key}}]
contexts: [{name: local, context: {cluster: local, user: local}}]
current-context: local
YAML
}

if [ ! -f pki/complete ]; then
  rm -rf pki
  mkdir pki
  client='extendedKeyUsage=clientAuth'
  authority ca local-ca
  certificate ca apiserver /CN=kube-apiserver 'extendedKeyUsage=serverAuth
subjectAltName=IP:127.0.0.1,IP:10.96.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc'
  certificate ca admin /O=system:masters/CN=admin "$client"
  certificate ca controllers /CN=system:kube-controller-manager "$client"
  certificate ca scheduler /CN=system:kube-scheduler "$client"
  key pki/service-accounts.key
  openssl ec -in pki/service-accounts.key -pubout -out pki/service-accounts.pub 2>/dev/null
  authority front-proxy-ca front-proxy-ca
  certificate front-proxy-ca front-proxy /CN=front-proxy-client "$client"
  touch pki/complete
fi
kubeconfig kubeconfig admin
kubeconfig run/controllers.kubeconfig controllers
kubeconfig run/scheduler.kubeconfig scheduler
