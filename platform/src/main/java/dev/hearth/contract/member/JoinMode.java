package dev.hearth.contract.member;

/** How members come in (邀请制, 开放制, 审批制). */
public enum JoinMode {
    /** Anyone may join. */
    OPEN,
    /** An operator approves each request. */
    APPROVAL,
    /** Only who was invited. */
    INVITATION
}
