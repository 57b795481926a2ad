#!/usr/bin/env bash
# Builds the Java package with its javadoc, and checks that the Java example makes the bytes of the TypeScript one, that
# test/languages/java holds, and what an app that breaks a rule shows.
# Needs the dependencies of package.json, and a JDK 17 or newer and Maven with the registry that it is set up for.
source "$(dirname "${BASH_SOURCE[0]}")/language.sh"

need javac 'a JDK, 17 or newer'
need mvn 'Maven, 3.8 or newer'

temporary=-Djava.io.tmpdir=$work
export MAVEN_OPTS="${MAVEN_OPTS:-} $temporary"

# One repository of artifacts for the build and for the apps, so that nothing is downloaded twice and nothing is left.
pack java --maven-local-repository "$work/m2"
cp -r "$work"/dist/java/. "$work/m2"
package=$work/dist/java/io/github/cdk8s-datadog/cdk8s-datadog/0.0.0/cdk8s-datadog-0.0.0

typescript_example eks-fargate-plain

mkdir "$work/projects"
cp -r examples/languages/java "$work/projects/example"
cp -r test/languages/java "$work/projects/checks"
node scripts/ci/mistakes.js java "$work/mistakes"
cp "$work/mistakes/Mistakes.java" "$work/projects/checks/src/test/java/languages"

maven() { # project, arguments; in the folder of the example, as for its user, and without the codes that reset colours
  (cd examples/languages/java && mvn --file "$work/projects/$1/pom.xml" --batch-mode --no-transfer-progress \
    -Dmaven.repo.local="$work/m2" -Drepository="$OLDPWD" -DargLine="$temporary" "${@:2}" 2>&1 | sed $'s/\033\\[0m//g')
}

echo '== the package'
check 'sources come with it' test -s "$package-sources.jar"
check 'the javadoc comes with it' test -s "$package-javadoc.jar"
(mkdir "$work/javadoc" && cd "$work/javadoc" && jar xf "$package-javadoc.jar")
check 'its javadoc shows the example in Java' has_lines "$work/javadoc/io/github/cdk8s_datadog/package-summary.html" \
  'DatadogChart.Builder.create(app, "datadog")'

echo '== the Java example'
CDK8S_OUTDIR="$work/java" maven example --quiet compile exec:java
check 'the example makes the bytes of the TypeScript one' same_bytes "$work/java"

echo '== test/languages/java'
maven checks test >"$work/log" || true
grep -E '^\[ERROR\]' "$work/log" || true
read -r run failures errors < <(sed -nE 's/^.*Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: 0$/\1 \2 \3/p' "$work/log") || true
counted "$((${run:-0} - ${failures:-0} - ${errors:-0}))" "$((${failures:-0} + ${errors:-0}))"

classpath=$(maven checks --quiet exec:exec -Dexec.executable=echo -Dexec.args=%classpath -Dexec.classpathScope=test)
tells_the_rule 'Exception in thread "main" java.lang.RuntimeException: Error: Validation failed' \
  java "$temporary" -cp "$classpath" languages.BadApp
tells_the_mistake java "$temporary" -cp "$classpath" languages.Mistake
tells_every_mistake "$work/mistakes" java "$temporary" -cp "$classpath" languages.Mistakes
