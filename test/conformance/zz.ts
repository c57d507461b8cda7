const { suite } = await import(`./suites/${process.argv[2]}.ts`);
const r = await suite.run(); console.log(r.passed, r.total); console.log(r.misses); if (process.argv[3]) { console.log(r.refusals); console.log(r.remarks.join("\n\n")); }
