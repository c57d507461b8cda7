import { settings } from "../settings.ts";

export default settings.language;
