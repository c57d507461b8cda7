import { LightningElement, api } from "lwc";

/** In the place of the stage guide, which asks by the same wires and would be taken for the panel. */
export default class NoStageGuide extends LightningElement {
    @api recordId: string | undefined;
    @api stage: string | undefined;
    @api stageLabel: string | undefined;
    @api recordType: string | null = null;
}
