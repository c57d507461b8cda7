/** Spellings of one thing that a stage may be named for, English and Chinese (simplified characters). */
interface Concept {
    /** Stands for all of them in Latin names… */
    readonly word: string;
    /** …and this one in Chinese names. */
    readonly chinese: string;
    readonly spellings: readonly string[];
}

const table: readonly [word: string, chinese: string, ...others: string[]][] = [
    ["proposal", "报价", "proposals", "proposed", "proposing", "quote", "quotes", "quoted", "quoting", "quotation"],
    ["proposal", "报价", "price quote", "报价单", "提案", "提案书", "建议书"],
    ["prospecting", "开发", "prospect", "prospects", "潜在客户", "潜客"],
    ["qualification", "资格", "qualify", "qualified", "qualifying", "资格审查", "资格确认"],
    ["needs analysis", "需求分析", "need analysis", "needs assessment", "requirements analysis", "需求评估"],
    ["discovery", "探索", "discover", "discovering"],
    ["demo", "演示", "demos", "demonstration", "展示"],
    ["trial", "试用", "trials"],
    ["proof of concept", "概念验证", "poc"],
    ["evaluation", "评估", "evaluate", "evaluating", "assessment"],
    ["review", "审核", "reviews", "reviewing", "审查", "评审"],
    ["negotiation", "谈判", "negotiations", "negotiate", "negotiating", "协商", "议价"],
    ["contact", "联系", "contacts", "contacted", "contacting", "联络", "接触"],
    ["contract", "合同", "contracts", "contracted", "contracting", "合约"],
    ["signing", "签约", "sign", "signed", "signature", "签署", "签订"],
    ["approval", "批准", "approve", "approved", "核准"],
    ["decision", "决策", "决定"],
    ["commitment", "承诺", "commit", "committed"],
    ["meeting", "会议", "meetings"],
    ["visit", "拜访", "visits", "visited"],
    ["application", "申请", "app", "applied"],
    ["closed", "结案", "close", "closing", "关闭"],
    ["won", "赢单", "win", "成交", "赢得"],
    ["lost", "输单", "lose", "丢单", "失去"]
];

const concepts: readonly Concept[] = table.map(([word, chinese, ...others]) => ({
    word,
    chinese,
    spellings: [word, chinese, ...others]
}));

const bySpelling: ReadonlyMap<string, Concept> = new Map(
    concepts.flatMap((concept) => concept.spellings.map((spelling) => [spelling, concept] as const))
);

const longestFirst = [...bySpelling.keys()].sort((one, other) => other.length - one.length);

/** Spellings of several Latin words, which have to be found before a name is cut into words. */
export const phrases: readonly string[] = longestFirst.filter((spelling) => spelling.includes(" "));

/** Whether both are words of the table that mean different things, however alike they look ("contact", "contract"). */
export function areKnownToDiffer(one: string, other: string): boolean {
    const [first, second] = [bySpelling.get(one), bySpelling.get(other)];
    return first !== undefined && second !== undefined && first.word !== second.word;
}

/** The word that stands for this one, in Latin names and in Chinese ones; itself where the table has none. */
export function foldSynonym(word: string): { readonly word: string; readonly chinese: string } {
    return bySpelling.get(word) ?? { word, chinese: word };
}

/** Cuts Chinese text without spaces at the words of the table, the longest first; what lies between stays whole. */
export function cutChinese(text: string): string[] {
    const known = longestFirst.find((spelling) => /^\p{Script=Han}/u.test(spelling) && text.includes(spelling));
    if (known === undefined) {
        return text === "" ? [] : [text];
    }
    const at = text.indexOf(known);
    return [...cutChinese(text.slice(0, at)), known, ...cutChinese(text.slice(at + known.length))];
}
