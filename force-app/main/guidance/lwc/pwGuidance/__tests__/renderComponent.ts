import { setup } from "@sa11y/jest";
import { createElement } from "lwc";

type LightningElementConstructor = Parameters<typeof createElement>[1]["is"];

setup();

/** Puts a component with these public properties into the document, in place of the one before. */
export async function renderComponent<Props extends object>(
    tagName: string,
    component: LightningElementConstructor,
    props: Props
): Promise<HTMLElement> {
    document.body.replaceChildren();
    const element = Object.assign(createElement(tagName, { is: component }), props);
    document.body.append(element);
    await settled();
    return element;
}

/** Waits until promises are kept and what they changed is drawn; works under fake timers too. */
export async function settled(): Promise<void> {
    for (let turn = 0; turn < 10; turn++) {
        // eslint-disable-next-line no-await-in-loop -- each turn lets the next promise be kept
        await Promise.resolve();
    }
}

/** All words on screen, shadow trees of our own components included. */
export function textOf(node: Element | ShadowRoot): string {
    return [...everyElement(node)]
        .flatMap((element) => {
            const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
            const { title, label } = element as Element & { title?: string; label?: string };
            const shown = element.localName.startsWith("lightning-") ? [title, label] : [];
            return [...shown, ...own.map(({ textContent }) => textContent)];
        })
        .filter((text) => text?.trim())
        .join(" ");
}

/** Elements of a kind, wherever they stand. */
export function allOf(node: Element | ShadowRoot, selector: string): Element[] {
    return [...everyElement(node)].filter((element) => element.matches(selector));
}

function* everyElement(node: Element | ShadowRoot): Generator<Element> {
    if (node instanceof Element) {
        yield node;
        if (node.shadowRoot) {
            yield* everyElement(node.shadowRoot);
        }
    }
    for (const child of node.children) {
        yield* everyElement(child);
    }
}
