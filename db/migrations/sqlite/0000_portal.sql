CREATE TABLE `agreement_signatures` (
	`agreement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `person_id`),
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`award_id` text NOT NULL,
	`call_id` text NOT NULL,
	`application_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`form` text NOT NULL,
	`amount` integer NOT NULL,
	`total_cost` integer NOT NULL,
	`start_date` text NOT NULL,
	`end_date` text NOT NULL,
	`account` text NOT NULL,
	`party` text NOT NULL,
	`organisation_representatives` text NOT NULL,
	`city_representative` text NOT NULL,
	`shift_limit` integer NOT NULL,
	`prepared_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`org_signed_at` integer,
	`city_signed_by` text,
	`city_signed_at` integer,
	`signed_on` text,
	`settled_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`city_signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_number_unique` ON `agreements` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_award_id_unique` ON `agreements` (`award_id`);--> statement-breakpoint
CREATE INDEX `agreements_organisation` ON `agreements` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `application_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`section` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`mentions` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_comments_application` ON `application_comments` (`application_id`);--> statement-breakpoint
CREATE TABLE `application_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`section` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`typed` text,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_revisions_version` ON `application_revisions` (`application_id`,`version`);--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`requested` integer DEFAULT 0 NOT NULL,
	`total_cost` integer DEFAULT 0 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`submitted_at` integer,
	`receipt_number` text,
	`correction_asked_at` integer,
	`correction_due_at` integer,
	`correction_reminded_at` integer,
	`correction_sections` text,
	`correction_used` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_receipt_number_unique` ON `applications` (`receipt_number`);--> statement-breakpoint
CREATE INDEX `applications_call` ON `applications` (`call_id`,`status`);--> statement-breakpoint
CREATE INDEX `applications_organisation` ON `applications` (`organisation_id`,`call_id`);--> statement-breakpoint
CREATE TABLE `awards` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`call_id` text NOT NULL,
	`application_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`requested` integer NOT NULL,
	`amount` integer NOT NULL,
	`updated_total` integer,
	`update_note` text,
	`order_number` text NOT NULL,
	`order_date` text NOT NULL,
	`deviation` text,
	`created_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `awards_number_unique` ON `awards` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `awards_application_id_unique` ON `awards` (`application_id`);--> statement-breakpoint
CREATE INDEX `awards_call` ON `awards` (`call_id`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`person_id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_digest_unique` ON `calendar_feeds` (`digest`);--> statement-breakpoint
CREATE TABLE `call_alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`lang` text NOT NULL,
	`target_group` text DEFAULT '' NOT NULL,
	`stop_token` text NOT NULL,
	`confirm_digest` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_alerts_stop_token_unique` ON `call_alerts` (`stop_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `call_alerts_confirm_digest_unique` ON `call_alerts` (`confirm_digest`);--> statement-breakpoint
CREATE UNIQUE INDEX `call_alerts_wish` ON `call_alerts` (`email`,`target_group`);--> statement-breakpoint
CREATE TABLE `call_alerts_sent` (
	`alert_id` text NOT NULL,
	`call_id` text NOT NULL,
	`what` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`alert_id`, `call_id`, `what`),
	FOREIGN KEY (`alert_id`) REFERENCES `call_alerts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `call_checklist` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	`correctable` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_checklist_code` ON `call_checklist` (`call_id`,`code`);--> statement-breakpoint
CREATE TABLE `call_criteria` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`max` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_criteria_key` ON `call_criteria` (`call_id`,`key`);--> statement-breakpoint
CREATE TABLE `call_endings` (
	`call_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`clause` text,
	`reason` text NOT NULL,
	`order_number` text,
	`order_date` text,
	`ended_by` text NOT NULL,
	`ended_at` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `call_publications` (
	`call_id` text NOT NULL,
	`of` text NOT NULL,
	`place` text NOT NULL,
	`published_on` text NOT NULL,
	`reference` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`call_id`, `of`, `place`),
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `call_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`status` text NOT NULL,
	`lang` text NOT NULL,
	`question` text NOT NULL,
	`email` text,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `call_questions_call` ON `call_questions` (`call_id`,`status`);--> statement-breakpoint
CREATE TABLE `call_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`changes` text NOT NULL,
	`reason` text NOT NULL,
	`outage_from` integer,
	`outage_to` integer,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`publications` text NOT NULL,
	`in_force_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_versions_number` ON `call_versions` (`call_id`,`number`);--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`number` text NOT NULL,
	`kind` text DEFAULT 'open_call' NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`titles` text NOT NULL,
	`summaries` text NOT NULL,
	`easy` text DEFAULT '{}' NOT NULL,
	`target_groups` text DEFAULT '[]' NOT NULL,
	`districts` text DEFAULT '[]' NOT NULL,
	`extra_questions` text DEFAULT '[]' NOT NULL,
	`required_attachments` text DEFAULT '[]' NOT NULL,
	`task_area` text NOT NULL,
	`form` text NOT NULL,
	`budget` integer NOT NULL,
	`year_budgets` text DEFAULT '[]' NOT NULL,
	`min_grant` integer NOT NULL,
	`max_grant` integer NOT NULL,
	`max_share` integer NOT NULL,
	`admin_cap` integer,
	`offers_per_organisation` integer DEFAULT 1 NOT NULL,
	`eligible_forms` text NOT NULL,
	`partial_funding` integer NOT NULL,
	`rules` text NOT NULL,
	`conditions` text NOT NULL,
	`task_from` text NOT NULL,
	`task_to` text NOT NULL,
	`closes_at` integer NOT NULL,
	`procedure` text NOT NULL,
	`decision_by` text NOT NULL,
	`previous_tasks` text NOT NULL,
	`committee_recruitment` text NOT NULL,
	`threshold` integer NOT NULL,
	`min_scores` integer DEFAULT 2 NOT NULL,
	`correction_days` integer DEFAULT 7 NOT NULL,
	`budget_line` text NOT NULL,
	`author_id` text NOT NULL,
	`return_reason` text,
	`approver_id` text,
	`order_number` text,
	`order_date` text,
	`opened_at` integer,
	`decision_order_number` text,
	`decision_order_date` text,
	`decided_at` integer,
	`results_published_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approver_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calls_slug_unique` ON `calls` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `calls_number_unique` ON `calls` (`number`);--> statement-breakpoint
CREATE INDEX `calls_status` ON `calls` (`status`,`closes_at`);--> statement-breakpoint
CREATE TABLE `change_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`note` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_requests_status` ON `change_requests` (`status`,`asked_at`);--> statement-breakpoint
CREATE INDEX `change_requests_organisation` ON `change_requests` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`position` text NOT NULL,
	`justification` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`status`,`asked_at`);--> statement-breakpoint
CREATE INDEX `claims_organisation` ON `claims` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `claims_person` ON `claims` (`person_id`);--> statement-breakpoint
CREATE TABLE `co_offerors` (
	`application_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`share` integer NOT NULL,
	`share_years` text,
	`tasks` text NOT NULL,
	`reason` text,
	`invited_by` text NOT NULL,
	`invited_at` integer NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	PRIMARY KEY(`application_id`, `organisation_id`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `co_offerors_organisation` ON `co_offerors` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `committee_members` (
	`call_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat` text NOT NULL,
	`organisation_id` text,
	`appointed_at` integer NOT NULL,
	PRIMARY KEY(`call_id`, `person_id`),
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `committee_members_person` ON `committee_members` (`person_id`);--> statement-breakpoint
CREATE TABLE `committee_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`name` text,
	`email` text,
	`experience` text,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`reason` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `committee_proposals_organisation` ON `committee_proposals` (`call_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `committee_recruitments` (
	`call_id` text PRIMARY KEY NOT NULL,
	`until` text NOT NULL,
	`places` integer NOT NULL,
	`expected` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`opened_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `confirmation_notices` (
	`organisation_id` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`notice` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `confirmed_at`, `notice`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `consultation_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`number` integer,
	`lang` text NOT NULL,
	`text` text NOT NULL,
	`author_name` text,
	`email` text NOT NULL,
	`status` text NOT NULL,
	`confirmed_at` integer,
	`hidden_reason` text,
	`disposition` text,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_comments_number` ON `consultation_comments` (`consultation_id`,`number`);--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`status` text NOT NULL,
	`titles` text NOT NULL,
	`questions` text NOT NULL,
	`backgrounds` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`author_id` text NOT NULL,
	`report_summary` text,
	`report_published_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultations_slug_unique` ON `consultations` (`slug`);--> statement-breakpoint
CREATE TABLE `correction_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`section` text NOT NULL,
	`place` text NOT NULL,
	`code` text NOT NULL,
	`words` text,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `correction_questions_place` ON `correction_questions` (`application_id`,`section`,`place`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `entry_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`fields` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_changes_organisation` ON `entry_changes` (`organisation_id`,`at`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`actor_id` text,
	`actor_role` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`storage_key` text NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text NOT NULL,
	`slot` text,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`removed_at` integer,
	`scan` text DEFAULT 'unchecked' NOT NULL,
	`scanned_at` integer,
	`scan_found` text,
	FOREIGN KEY (`uploaded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_storage_key_unique` ON `files` (`storage_key`);--> statement-breakpoint
CREATE INDEX `files_subject` ON `files` (`purpose`,`subject_id`);--> statement-breakpoint
CREATE INDEX `files_scan` ON `files` (`scan`,`uploaded_at`);--> statement-breakpoint
CREATE TABLE `formal_answers` (
	`application_id` text NOT NULL,
	`checklist_id` text NOT NULL,
	`answer` text NOT NULL,
	`note` text,
	`answered_by` text NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `checklist_id`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`checklist_id`) REFERENCES `call_checklist`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `formal_checks` (
	`application_id` text PRIMARY KEY NOT NULL,
	`proposed_by` text NOT NULL,
	`proposal` text NOT NULL,
	`reason` text,
	`proposed_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `former_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `former_slugs_organisation` ON `former_slugs` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `hand_overs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`to_person_id` text NOT NULL,
	`role_before` text,
	`reason` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`objections_until` integer,
	`objection_digest` text,
	`objection` text,
	`ended_at` integer,
	`end_reason` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hand_overs_objection_digest_unique` ON `hand_overs` (`objection_digest`);--> statement-breakpoint
CREATE INDEX `hand_overs_organisation` ON `hand_overs` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `hand_overs_status` ON `hand_overs` (`status`);--> statement-breakpoint
CREATE TABLE `impartiality_declarations` (
	`call_id` text NOT NULL,
	`person_id` text NOT NULL,
	`outcome` text NOT NULL,
	`application_ids` text NOT NULL,
	`reason` text,
	`declared_at` integer NOT NULL,
	PRIMARY KEY(`call_id`, `person_id`),
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `instalments` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` text NOT NULL,
	`position` integer NOT NULL,
	`amount` integer NOT NULL,
	`due_on` text NOT NULL,
	`status` text NOT NULL,
	`ordered_by` text,
	`ordered_at` integer,
	`confirmed_by` text,
	`paid_on` text,
	`document_number` text,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ordered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `instalments_position` ON `instalments` (`agreement_id`,`position`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text NOT NULL,
	`lang` text NOT NULL,
	`role` text NOT NULL,
	`signatory` integer DEFAULT false NOT NULL,
	`digest` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_digest_unique` ON `invitations` (`digest`);--> statement-breakpoint
CREATE INDEX `invitations_organisation` ON `invitations` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `legal_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`value` integer NOT NULL,
	`unit` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `legal_rules_code_from` ON `legal_rules` (`code`,`valid_from`);--> statement-breakpoint
CREATE TABLE `local_initiative_submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`local_initiative_id` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`submitted_by` text NOT NULL,
	`snapshot` text NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`local_initiative_id`) REFERENCES `local_initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `local_initiative_submissions_initiative` ON `local_initiative_submissions` (`local_initiative_id`);--> statement-breakpoint
CREATE TABLE `local_initiatives` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`receipt_number` text,
	`submitted_at` integer,
	`completion_note` text,
	`completion_due` text,
	`public_copy` text,
	`scores` text,
	`assessed_by` text,
	`assessed_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	`agreement` text,
	`report` text,
	`reported_at` integer,
	`report_note` text,
	`summary` text,
	`closed_by` text,
	`closed_at` integer,
	`reminded_at` integer,
	`office_reminded_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `local_initiatives_receipt_number_unique` ON `local_initiatives` (`receipt_number`);--> statement-breakpoint
CREATE INDEX `local_initiatives_person` ON `local_initiatives` (`person_id`);--> statement-breakpoint
CREATE INDEX `local_initiatives_organisation` ON `local_initiatives` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `local_initiatives_status` ON `local_initiatives` (`status`);--> statement-breakpoint
CREATE TABLE `locations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`street` text,
	`postcode` text,
	`city` text NOT NULL,
	`district` text,
	`visibility` text NOT NULL,
	`latitude` integer,
	`longitude` integer,
	`access` text DEFAULT '[]' NOT NULL,
	`access_note` text,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `locations_organisation` ON `locations` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`signatory` integer DEFAULT false NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `person_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_person` ON `memberships` (`person_id`);--> statement-breakpoint
CREATE TABLE `mergers` (
	`id` text PRIMARY KEY NOT NULL,
	`kept_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`chosen` text NOT NULL,
	`given_up` text NOT NULL,
	`moved` text NOT NULL,
	`reason` text NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at` integer NOT NULL,
	FOREIGN KEY (`kept_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `not_duplicates` (
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	`said_by` text NOT NULL,
	`said_at` integer NOT NULL,
	PRIMARY KEY(`first_id`, `second_id`),
	FOREIGN KEY (`first_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`second_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`said_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `offer_helpers` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`email` text NOT NULL,
	`lang` text NOT NULL,
	`role` text NOT NULL,
	`digest` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`until` integer,
	`person_id` text,
	`accepted_at` integer,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_helpers_digest_unique` ON `offer_helpers` (`digest`);--> statement-breakpoint
CREATE INDEX `offer_helpers_application` ON `offer_helpers` (`application_id`);--> statement-breakpoint
CREATE INDEX `offer_helpers_person` ON `offer_helpers` (`person_id`);--> statement-breakpoint
CREATE TABLE `organisation_facets` (
	`organisation_id` text NOT NULL,
	`facet` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `facet`, `value`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `organisation_facets_value` ON `organisation_facets` (`facet`,`value`);--> statement-breakpoint
CREATE TABLE `organisation_import_rows` (
	`import_id` text NOT NULL,
	`row` integer NOT NULL,
	`name` text NOT NULL,
	`verdict` text NOT NULL,
	`values` text,
	`problems` text NOT NULL,
	`notes` text NOT NULL,
	`entry_id` text,
	`changes` text NOT NULL,
	`outcome` text NOT NULL,
	`before` text,
	`left_as` text,
	PRIMARY KEY(`import_id`, `row`),
	FOREIGN KEY (`import_id`) REFERENCES `organisation_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `organisation_import_rows_verdict` ON `organisation_import_rows` (`import_id`,`verdict`,`row`);--> statement-breakpoint
CREATE TABLE `organisation_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`file_name` text NOT NULL,
	`origin` text NOT NULL,
	`encoding` text NOT NULL,
	`separator` text NOT NULL,
	`unknown_columns` text NOT NULL,
	`counts` text NOT NULL,
	`content` text,
	`reading` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`done_by` text,
	`done_at` integer,
	`undone_by` text,
	`undone_at` integer,
	FOREIGN KEY (`uploaded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_imports_uploaded` ON `organisation_imports` (`uploaded_at`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`status` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`names` text NOT NULL,
	`short_name` text,
	`legal_form` text NOT NULL,
	`krs` text,
	`nip` text,
	`regon` text,
	`register_number` text,
	`register_authority` text,
	`street` text,
	`postcode` text,
	`city` text NOT NULL,
	`district` text,
	`address_visibility` text NOT NULL,
	`email` text,
	`phone` text,
	`website` text,
	`founded_year` integer,
	`descriptions` text NOT NULL,
	`name_origins` text DEFAULT '{}' NOT NULL,
	`description_origins` text DEFAULT '{}' NOT NULL,
	`authoritative_lang` text DEFAULT 'pl' NOT NULL,
	`social_links` text DEFAULT '[]' NOT NULL,
	`contact_name` text,
	`contact_consent_at` integer,
	`logo_file_id` text,
	`safe_mode` integer DEFAULT false NOT NULL,
	`target_groups` text NOT NULL,
	`community_roles` text NOT NULL,
	`led_by_community` text NOT NULL,
	`communities` text NOT NULL,
	`languages` text NOT NULL,
	`fields` text NOT NULL,
	`opp_status` integer DEFAULT false NOT NULL,
	`account` text,
	`representation` text NOT NULL,
	`source` text,
	`source_note` text,
	`return_reason` text,
	`submitted_at` integer,
	`verified_at` integer,
	`verified_by` text,
	`verification_method` text,
	`verification_note` text,
	`confirmed_at` integer,
	`register_standing` text DEFAULT 'not_asked' NOT NULL,
	`register_asked_at` integer,
	`merged_into` text,
	`status_reason` text,
	`status_before` text,
	`search_text` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`verified_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug_unique` ON `organisations` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_krs_unique` ON `organisations` (`krs`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_nip_unique` ON `organisations` (`nip`);--> statement-breakpoint
CREATE INDEX `organisations_status_name` ON `organisations` (`status`,`name_key`);--> statement-breakpoint
CREATE INDEX `organisations_name` ON `organisations` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `organisations_district` ON `organisations` (`district`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	`to_email` text NOT NULL,
	`lang` text NOT NULL,
	`params` text NOT NULL,
	`link` text,
	`created_at` integer NOT NULL,
	`next_try_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`failed_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`sent_at`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `patronages` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`patron_id` text NOT NULL,
	`status` text NOT NULL,
	`scope` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_by_person` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`group_accepted_at` integer,
	`patron_accepted_at` integer,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`group_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`patron_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proposed_by_person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `patronages_group` ON `patronages` (`group_id`);--> statement-breakpoint
CREATE INDEX `patronages_patron` ON `patronages` (`patron_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`lang` text NOT NULL,
	`password_hash` text,
	`confirmed_at` integer,
	`disabled_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `priority_areas` (
	`code` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`names` text NOT NULL,
	`status` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `programme_indicators` (
	`code` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`position` integer NOT NULL,
	`names` text NOT NULL,
	`status` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE TABLE `proposal_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`question` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reply` text,
	`replied_by` text,
	`replied_at` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replied_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposal_questions_proposal` ON `proposal_questions` (`proposal_id`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`receipt_number` text,
	`submitted_at` integer,
	`snapshot` text,
	`sha256` text,
	`public_copy` text,
	`draft_answer` text,
	`examined_by` text,
	`answer` text,
	`decided_by` text,
	`decided_at` integer,
	`call_id` text,
	`reminded_at` integer,
	`office_reminded_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`examined_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_receipt_number_unique` ON `proposals` (`receipt_number`);--> statement-breakpoint
CREATE INDEX `proposals_organisation` ON `proposals` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `proposals_status` ON `proposals` (`status`);--> statement-breakpoint
CREATE INDEX `proposals_call` ON `proposals` (`call_id`);--> statement-breakpoint
CREATE TABLE `rankings` (
	`application_id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`mean` integer NOT NULL,
	`spread` integer NOT NULL,
	`scores` integer NOT NULL,
	`proposed` integer NOT NULL,
	`outcome` text NOT NULL,
	`tie_break` text,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rankings_call` ON `rankings` (`call_id`,`position`);--> statement-breakpoint
CREATE TABLE `receipt_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`issued_at` integer NOT NULL,
	`sha256` text NOT NULL,
	`code` text NOT NULL,
	`key_id` text NOT NULL,
	`signature` text NOT NULL,
	FOREIGN KEY (`key_id`) REFERENCES `receipt_keys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_number` ON `receipts` (`number`,`code`);--> statement-breakpoint
CREATE TABLE `registry_answers` (
	`krs` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`subset` text,
	`asked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `registry_snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`standing` text NOT NULL,
	`fetched_at` integer NOT NULL,
	`sha256` text NOT NULL,
	`subset` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `registry_snapshots_organisation` ON `registry_snapshots` (`organisation_id`,`fetched_at`);--> statement-breakpoint
CREATE TABLE `repayments` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` text NOT NULL,
	`amount` integer NOT NULL,
	`reason` text NOT NULL,
	`due_on` text NOT NULL,
	`status` text NOT NULL,
	`returned_on` text,
	`recorded_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `repayments_agreement` ON `repayments` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`due_on` text NOT NULL,
	`content` text NOT NULL,
	`submitted_at` integer,
	`submitted_by` text,
	`receipt_number` text,
	`sha256` text,
	`reviewer_id` text,
	`review_note` text,
	`reviewed_at` integer,
	`questions` text,
	`questions_due_on` text,
	`questions_answer` text,
	`accepted_by` text,
	`accepted_at` integer,
	`unspent` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_receipt_number_unique` ON `reports` (`receipt_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_agreement_kind` ON `reports` (`agreement_id`,`kind`);--> statement-breakpoint
CREATE TABLE `request_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`actor_id` text,
	`location` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `review_scores` (
	`review_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`points` integer,
	`reason` text NOT NULL,
	PRIMARY KEY(`review_id`, `criterion_id`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`criterion_id`) REFERENCES `call_criteria`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`handed_in_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_application_person` ON `reviews` (`application_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_by` text,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`lang` text NOT NULL,
	`query` text NOT NULL,
	`wish` text NOT NULL,
	`stop_token` text NOT NULL,
	`confirm_digest` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`seen_until` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_stop_token_unique` ON `saved_searches` (`stop_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_confirm_digest_unique` ON `saved_searches` (`confirm_digest`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_wish` ON `saved_searches` (`email`,`wish`);--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`location_id` text,
	`kind` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`names` text NOT NULL,
	`descriptions` text DEFAULT '{}' NOT NULL,
	`cost` text NOT NULL,
	`cost_note` text,
	`languages` text DEFAULT '[]' NOT NULL,
	`target_groups` text DEFAULT '[]' NOT NULL,
	`hours` text DEFAULT '[]' NOT NULL,
	`hours_note` text,
	`how_to_come` text,
	`position` integer DEFAULT 0 NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `services_organisation` ON `services` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `services_kind` ON `services` (`kind`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `person_id`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `small_grant_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`small_grant_id` text NOT NULL,
	`number` integer NOT NULL,
	`lang` text NOT NULL,
	`text` text NOT NULL,
	`author_name` text,
	`email` text,
	`status` text NOT NULL,
	`hidden_reason` text,
	`answer` text,
	`answered_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`small_grant_id`) REFERENCES `small_grants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `small_grant_comments_number` ON `small_grant_comments` (`small_grant_id`,`number`);--> statement-breakpoint
CREATE TABLE `small_grant_pools` (
	`year` integer PRIMARY KEY NOT NULL,
	`planned` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `small_grant_postings` (
	`small_grant_id` text NOT NULL,
	`place` text NOT NULL,
	`posted_on` text NOT NULL,
	`reference` text NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`small_grant_id`, `place`),
	FOREIGN KEY (`small_grant_id`) REFERENCES `small_grants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `small_grant_submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`small_grant_id` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`submitted_by` text NOT NULL,
	`snapshot` text NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`small_grant_id`) REFERENCES `small_grants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `small_grant_submissions_grant` ON `small_grant_submissions` (`small_grant_id`);--> statement-breakpoint
CREATE TABLE `small_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`grant` integer DEFAULT 0 NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`receipt_number` text,
	`submitted_at` integer,
	`correction_note` text,
	`reviewed_by` text,
	`public_copy` text,
	`finding_reason` text,
	`posted_on` text,
	`comments_until` text,
	`decided_by` text,
	`decided_at` integer,
	`order_number` text,
	`order_date` text,
	`decision_reason` text,
	`application_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `small_grants_receipt_number_unique` ON `small_grants` (`receipt_number`);--> statement-breakpoint
CREATE INDEX `small_grants_organisation` ON `small_grants` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `small_grants_status` ON `small_grants` (`status`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`receipt_number` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`submitted_by` text NOT NULL,
	`snapshot` text NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_receipt_number_unique` ON `submissions` (`receipt_number`);--> statement-breakpoint
CREATE INDEX `submissions_application` ON `submissions` (`application_id`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`status` text NOT NULL,
	`topic` text NOT NULL,
	`text` text NOT NULL,
	`email` text,
	`lang` text NOT NULL,
	`sent_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `suggestions_status` ON `suggestions` (`status`,`sent_at`);--> statement-breakpoint
CREATE INDEX `suggestions_organisation` ON `suggestions` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`resets_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`digest` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`subject_id` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `upload_intents` (
	`file_key` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text NOT NULL,
	`callback_url` text NOT NULL,
	`callback_slug` text NOT NULL,
	`metadata` text NOT NULL,
	`created_at` integer NOT NULL,
	`result` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `upload_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL
);
