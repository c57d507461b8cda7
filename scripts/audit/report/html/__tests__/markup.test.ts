import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { markup, trusted } from "../markup.ts";

describe("a template of HTML", () => {
    it("escapes text for content and for attributes of either quote", () => {
        assert.equal(
            markup`<p title="${`<&>"'`}">${"<b>"}</p>`.text,
            '<p title="&lt;&amp;&gt;&quot;&#39;">&lt;b&gt;</p>'
        );
    });

    it("takes markup as it is, lists piece by piece, and nothing for null", () => {
        const items = ["a&b", "c"].map((item) => markup`<li>${item}</li>`);

        assert.equal(
            markup`<ul>${items}${null}${trusted("<hr>")}${0}</ul>`.text,
            "<ul><li>a&amp;b</li><li>c</li><hr>0</ul>"
        );
    });
});
