import { gql } from "lightning/graphql";

/** Who takes part, what is set aside, where the stages stand, and which rules are in force: in one request. */
export const guidanceQuery = gql`
    query guidance($recordId: ID) {
        uiapi {
            query {
                OpportunityContactRole(where: { OpportunityId: { eq: $recordId } }, first: 2000) {
                    edges {
                        node {
                            Id
                            ContactId {
                                value
                            }
                            Role {
                                value
                            }
                            IsPrimary {
                                value
                            }
                        }
                    }
                }
                PW_Exception__c(where: { Opportunity__c: { eq: $recordId } }, first: 200) {
                    edges {
                        node {
                            Id
                            Rule__c {
                                value
                            }
                            Status__c {
                                value
                            }
                            Expires_On__c {
                                value
                            }
                            Approver__r {
                                Name {
                                    value
                                }
                            }
                        }
                    }
                }
                PW_Stage__mdt(first: 2000) {
                    edges {
                        node {
                            Id
                            Stage__c {
                                value
                            }
                            Record_Type__c {
                                value
                            }
                            Position__c {
                                value
                            }
                            Kind__c {
                                value
                            }
                        }
                    }
                }
                PW_Rule__mdt(first: 200) {
                    edges {
                        node {
                            Id
                            DeveloperName {
                                value
                            }
                            Level__c {
                                value
                            }
                            From_Position__c {
                                value
                            }
                            Minimum__c {
                                value
                            }
                            Tolerance__c {
                                value
                            }
                            Record_Types__c {
                                value
                            }
                            Minimum_Amount__c {
                                value
                            }
                            Larger_Minimum__c {
                                value
                            }
                            Larger_From_Position__c {
                                value
                            }
                            Larger_From_Amount__c {
                                value
                            }
                            Larger_Record_Types__c {
                                value
                            }
                            Field__c {
                                value
                            }
                            Created_From__c {
                                value
                            }
                            Decision_Roles__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** For users who can't see exceptions: a query that names a hidden object or field is refused as a whole. */
export const guidanceQueryWithoutExceptions = gql`
    query guidanceWithoutExceptions($recordId: ID) {
        uiapi {
            query {
                OpportunityContactRole(where: { OpportunityId: { eq: $recordId } }, first: 2000) {
                    edges {
                        node {
                            Id
                            ContactId {
                                value
                            }
                            Role {
                                value
                            }
                            IsPrimary {
                                value
                            }
                        }
                    }
                }
                PW_Stage__mdt(first: 2000) {
                    edges {
                        node {
                            Id
                            Stage__c {
                                value
                            }
                            Record_Type__c {
                                value
                            }
                            Position__c {
                                value
                            }
                            Kind__c {
                                value
                            }
                        }
                    }
                }
                PW_Rule__mdt(first: 200) {
                    edges {
                        node {
                            Id
                            DeveloperName {
                                value
                            }
                            Level__c {
                                value
                            }
                            From_Position__c {
                                value
                            }
                            Minimum__c {
                                value
                            }
                            Tolerance__c {
                                value
                            }
                            Record_Types__c {
                                value
                            }
                            Minimum_Amount__c {
                                value
                            }
                            Larger_Minimum__c {
                                value
                            }
                            Larger_From_Position__c {
                                value
                            }
                            Larger_From_Amount__c {
                                value
                            }
                            Larger_Record_Types__c {
                                value
                            }
                            Field__c {
                                value
                            }
                            Created_From__c {
                                value
                            }
                            Decision_Roles__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** For users who can't see contact roles, whether or not they see exceptions. */
export const guidanceQueryWithoutRoles = gql`
    query guidanceWithoutRoles {
        uiapi {
            query {
                PW_Stage__mdt(first: 2000) {
                    edges {
                        node {
                            Id
                            Stage__c {
                                value
                            }
                            Record_Type__c {
                                value
                            }
                            Position__c {
                                value
                            }
                            Kind__c {
                                value
                            }
                        }
                    }
                }
                PW_Rule__mdt(first: 200) {
                    edges {
                        node {
                            Id
                            DeveloperName {
                                value
                            }
                            Level__c {
                                value
                            }
                            From_Position__c {
                                value
                            }
                            Minimum__c {
                                value
                            }
                            Tolerance__c {
                                value
                            }
                            Record_Types__c {
                                value
                            }
                            Minimum_Amount__c {
                                value
                            }
                            Larger_Minimum__c {
                                value
                            }
                            Larger_From_Position__c {
                                value
                            }
                            Larger_From_Amount__c {
                                value
                            }
                            Larger_Record_Types__c {
                                value
                            }
                            Field__c {
                                value
                            }
                            Created_From__c {
                                value
                            }
                            Decision_Roles__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
