/**
 * A reporter that lists the tests which passed only when run again. They pass, as a loaded machine may take a
 * window's focus away, but they are read: each is a race in a test or in the app.
 */
export default class SecondTries {
  onTestRunEnd(modules) {
    const flaky = modules
      .flatMap((module) => [...module.children.allTests()])
      .filter((test) => test.diagnostic()?.flaky === true);
    if (flaky.length === 0) return;
    console.log(`\n${flaky.length} passed when run again:`);
    for (const test of flaky) console.log(describe(test));
  }
}

function describe(test) {
  const [first] = test.result().errors ?? [];
  const reason = first?.message.split('\n')[0] ?? 'no error kept';
  return `  ${test.module.relativeModuleId} > ${test.fullName}\n    ${reason}`;
}
