/**
 * A reporter that lists the tests that passed only on a second try. A loaded machine can take the focus from a window,
 * so they count as passed; they are listed because each is a race in a test or in the app.
 */
export default class SecondTries {
  onTestRunEnd(modules) {
    const flaky = modules
      .flatMap((module) => [...module.children.allTests()])
      .filter((test) => test.diagnostic()?.flaky === true);
    if (flaky.length === 0) return;
    console.log(`\n${flaky.length} passed on a second try:`);
    for (const test of flaky) console.log(describe(test));
  }
}

function describe(test) {
  const [first] = test.result().errors ?? [];
  const reason = first?.message.split('\n')[0] ?? 'no error kept';
  return `  ${test.module.relativeModuleId} > ${test.fullName}\n    ${reason}`;
}
