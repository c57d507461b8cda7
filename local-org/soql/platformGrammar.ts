import lexers from "@salesforce/soql-common/lib/soql-parser/generated/SoqlLexer.js";
import parsers from "@salesforce/soql-common/lib/soql-parser/generated/SoqlParser.js";
import grammarSupport from "@salesforce/soql-common/lib/soql-parser/parserHelper.js";
import streams from "@salesforce/soql-common/lib/soql-parser/soql-parser.js";
import { CommonTokenStream } from "antlr4ts";

/** Where Salesforce's own grammar stops understanding a text. */
export interface GrammarFault {
    /** The token it did not expect; "<EOF>" where the text ends too soon. */
    readonly token: string;
    /** An escape such as `\q` that no string may hold. */
    readonly isEscape: boolean;
}

/** Currency literals are understood here and refused by name later: this org has one currency. */
const support = new grammarSupport.ParserHelper(false, 66, true);

/**
 * The first fault that the grammar published by Salesforce finds, or null. It is put together from its parts: the
 * library's own entry writes the lexer's faults to the console and then ignores them.
 */
export function faultInGrammar(text: string): GrammarFault | null {
    let fault: GrammarFault | null = null;
    const listener = {
        syntaxError(_: unknown, symbol: unknown, _line: number, _column: number, message: string): void {
            fault ??= { token: tokenOf(symbol, message), isEscape: message === "Invalid Escape Character" };
        }
    };
    const lexer = new lexers.SoqlLexer(new streams.LowerCasingCharStream(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(listener);
    const parser = new parsers.SoqlParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    parser.helper = support;
    parser.soqlQuery();
    return fault;
}

/** A lexer has no symbol, only the characters it stumbled over in its message. */
function tokenOf(symbol: unknown, message: string): string {
    if (typeof symbol === "object" && symbol !== null && "text" in symbol) return String(symbol.text);
    return /^token recognition error at: '([^]*)'$/.exec(message)?.[1] ?? message;
}
