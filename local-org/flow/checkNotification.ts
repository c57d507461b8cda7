import { DeployProblem } from "../metadata/deployProblem.ts";
import { typeOfOperand } from "./checkConditions.ts";
import type { NotifyElement } from "./flowElements.ts";
import type { FlowNames } from "./flowNames.ts";
import { fits, valueType } from "./resourceTypes.ts";

/** Checks an action of type customNotificationAction: texts, and a collection of recipients. */
export function checkNotification(names: FlowNames, element: NotifyElement, what: string): void {
    const text = valueType("String");
    const { typeId: customNotifTypeId, title, body, targetId } = element;
    for (const [name, operand] of Object.entries({ customNotifTypeId, title, body, targetId })) {
        const type = typeOfOperand(names, operand, text, what);
        if (type === null || !fits(type, text)) throw new DeployProblem(`${what}: input ${name} is not a text`);
    }
    const type = typeOfOperand(names, element.recipients, text, what);
    if (type === null || !fits(type, { ...text, isCollection: true }))
        throw new DeployProblem(`${what}: input recipientIds is not a collection of texts`);
}
