/**
 * Traditional characters with their simplified form, only those that stage names use: a dictionary of the
 * whole script would be larger than the rest of the policy.
 */
const pairs =
    "報报 價价 單单 階阶 議议 書书 談谈 協协 約约 簽签 訂订 認认 審审 評评 詢询 訪访 資资 潛潜 尋寻 開开 發发 關关 閉闭 結结 勝胜 輸输 贏赢 敗败 確确 實实 規规 劃划 標标 " +
    "選选 電电 話话 會会 絡络 聯联 繫系 觸触 試试 驗验 證证 徵征 決决 歷历 產产 預预 條条 務务 領领 導导 執执 進进 終终 續续 後后 處处 內内 無无 樣样 專专 應应 給给 買买 " +
    "賣卖 訊讯 總总 經经 驅驱 動动 請请 購购 準准 備备 設设 計计 區区 類类 別别 線线 層层 級级 維维 護护 遞递 雙双 項项 機机 業业 戶户 戸户 號号 態态 狀状 過过 達达 還还 " +
    "遲迟 運运 轉转 輪轮 較较 財财 貨货 質质 費费 貿贸 賬账 賞赏 跡迹 軟软 載载 輔辅 邊边 鏈链 鑑鉴 銷销 錄录 鍵键 長长 門门 間间 陣阵 際际 隊队 險险 難难 雲云 頂顶 順顺 " +
    "額额 題题 願愿 顧顾 顯显 風风 飛飞 養养 驟骤 體体 點点 齊齐 當当 響响 啟启 員员 問问 團团 圖图 場场 壓压 學学 寫写 將将 對对 屬属 師师 廠厂 廣广 張张 強强 彙汇 復复 " +
    "從从 憑凭 戰战 損损 擇择 據据 擬拟 擔担 權权 檢检 歸归 殘残 測测 滿满 漲涨 獲获 環环 現现 畫画 異异 療疗 盡尽 監监 眾众 碼码 禮礼 種种 稱称 積积 穩稳 競竞 筆笔 節节 " +
    "範范 籤签 紀纪 納纳 純纯 紙纸 細细 組组 統统 綜综 網网 緊紧 締缔 編编 緩缓 練练 縮缩 繳缴 罰罚 職职 聽听 臨临 與与 興兴 舉举 舊旧 華华 萬万 蓋盖 補补 製制 複复 見见 " +
    "親亲 觀观 訴诉 診诊 詳详 誠诚 誤误 調调 論论 講讲 識识 譯译 讓让 變变 負负";

const simplified: ReadonlyMap<string, string> = new Map(
    pairs.split(" ").map(([traditional = "", simple = ""]) => [traditional, simple])
);

/** The text with traditional characters in their simplified form, as far as stage names need it. */
export function simplifyCharacters(text: string): string {
    return [...text].map((character) => simplified.get(character) ?? character).join("");
}
