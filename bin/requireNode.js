/** Salesforce's libraries crash at import on an older Node: say so before they do. */
export function requireNode() {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    if (major < 22 || (major === 22 && minor < 15)) {
        process.stderr.write(
            `Pipewright needs Node 22.15 or later, this is ${process.versions.node}: ` +
                "use the npm scripts, which bring their own (npm ci, then npm run audit).\n"
        );
        process.exit(2);
    }
}
