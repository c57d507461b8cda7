import { gql } from "lightning/graphql";

/** What the records of one stage say it is for. A request of its own: the rules are judged whether or not it works. */
export const guideQuery = gql`
    query stageGuide($stage: String) {
        uiapi {
            query {
                PW_Stage__mdt(where: { Stage__c: { eq: $stage } }, first: 200) {
                    edges {
                        node {
                            Id
                            Stage__c {
                                value
                            }
                            Record_Type__c {
                                value
                            }
                            Goal__c {
                                value
                            }
                            Goal_zh_TW__c {
                                value
                            }
                            Goal_zh_CN__c {
                                value
                            }
                            Exit_Criteria__c {
                                value
                            }
                            Exit_Criteria_zh_TW__c {
                                value
                            }
                            Exit_Criteria_zh_CN__c {
                                value
                            }
                            Key_Fields__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
