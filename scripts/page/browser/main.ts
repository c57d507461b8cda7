import "./clock.ts";
// Before anything of LWC: the base components look as in Lightning Experience only under synthetic shadow.
import "@lwc/synthetic-shadow";
import { createElement } from "lwc";
import App from "./lwc/app/app.ts";

document.getElementById("page")?.append(createElement("page-app", { is: App }));
