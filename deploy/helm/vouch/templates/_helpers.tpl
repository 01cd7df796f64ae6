{{- define "vouch.name" -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "vouch.selector" -}}
app.kubernetes.io/name: vouch
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "vouch.labels" -}}
{{ include "vouch.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "vouch.image" -}}
{{- with .Values.image -}}
{{- if .digest -}}{{ .repository }}@{{ .digest }}{{- else -}}{{ .repository }}:{{ .tag | default $.Chart.AppVersion }}{{- end -}}
{{- end -}}
{{- end -}}

{{- define "vouch.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{- .Values.serviceAccount.name | default (include "vouch.name" .) -}}
{{- else -}}
{{- .Values.serviceAccount.name | default "default" -}}
{{- end -}}
{{- end -}}

{{- define "vouch.host" -}}
{{- .Values.ingress.host | default (get (urlParse .Values.publicUrl) "hostname") -}}
{{- end -}}

{{- define "vouch.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}

{{/* A pod of either kind. Takes root (the chart's context), kind (web or worker) and values (of that kind). */}}
{{- define "vouch.pod" -}}
metadata:
  labels:
    {{- include "vouch.labels" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .kind }}
  annotations:
    checksum/settings: {{ include (print .root.Template.BasePath "/configmap.yaml") .root | sha256sum }}
    {{- with .values.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "vouch.serviceAccount" .root }}
  automountServiceAccountToken: false
  {{- with .root.Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    {{- toYaml .root.Values.podSecurityContext | nindent 4 }}
  terminationGracePeriodSeconds: {{ .values.terminationGracePeriodSeconds }}
  {{- if and .root.Values.models.fetch (not .root.Values.models.existingClaim) }}
  initContainers:
    - name: fetch-model
      image: {{ include "vouch.image" .root }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      command: [node, --conditions=production, --import, tsx, scripts/vouch.ts, model, fetch]
      securityContext:
        {{- include "vouch.securityContext" . | nindent 8 }}
      {{- include "vouch.environment" . | nindent 6 }}
      {{- include "vouch.mounts" . | nindent 6 }}
  {{- end }}
  containers:
    - name: vouch
      image: {{ include "vouch.image" .root }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      securityContext:
        {{- include "vouch.securityContext" . | nindent 8 }}
      {{- include "vouch.environment" . | nindent 6 }}
      ports:
        - { name: http, containerPort: 3000 }
      # A new process loads its models, and the first one at an older database may have records to seal.
      startupProbe:
        httpGet: { path: /api/v1/health/live, port: http }
        periodSeconds: 5
        failureThreshold: 60
      livenessProbe:
        httpGet: { path: /api/v1/health/live, port: http }
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      readinessProbe:
        httpGet: { path: /api/v1/health/ready, port: http }
        periodSeconds: 5
        timeoutSeconds: 5
        failureThreshold: 3
      resources:
        {{- toYaml .values.resources | nindent 8 }}
      {{- include "vouch.mounts" . | nindent 6 }}
  volumes:
    - name: tmp
      emptyDir: {}
    - name: next-cache
      emptyDir: {}
    - name: data
      {{- if and (eq .kind "worker") .values.persistence.enabled }}
      persistentVolumeClaim:
        claimName: {{ .values.persistence.existingClaim | default (printf "%s-worker" (include "vouch.name" .root)) }}
      {{- else }}
      emptyDir: {}
      {{- end }}
    - name: models
      {{- if .root.Values.models.existingClaim }}
      persistentVolumeClaim: { claimName: {{ .root.Values.models.existingClaim }}, readOnly: true }
      {{- else }}
      emptyDir: {}
      {{- end }}
    {{- if .root.Values.uploads.existingClaim }}
    - name: uploads
      persistentVolumeClaim: { claimName: {{ .root.Values.uploads.existingClaim }} }
    {{- end }}
    {{- with .root.Values.extraVolumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* The settings, then the secrets, then what makes this pod what it is. */}}
{{- define "vouch.environment" -}}
envFrom:
  - configMapRef: { name: {{ include "vouch.name" .root }} }
  - secretRef: { name: {{ required "existingSecret: name a Secret with DATABASE_URI, VOUCH_SECRET and VOUCH_AUDIT_KEY" .root.Values.existingSecret }} }
env:
  # Named one by one, so that no pod starts without them, on a database of its own.
  {{- range list "DATABASE_URI" "VOUCH_SECRET" "VOUCH_AUDIT_KEY" }}
  - { name: {{ . }}, valueFrom: { secretKeyRef: { name: {{ $.root.Values.existingSecret }}, key: {{ . }} } } }
  {{- end }}
  - { name: VOUCH_WORKER, value: {{ ternary "on" "off" (eq .kind "worker") | quote }} }
  - { name: VOUCH_DATA_DIR, value: /data }
  - { name: VOUCH_MODEL_DIR, value: /models }
  - { name: HOST, value: 0.0.0.0 }
  - { name: PORT, value: '3000' }
{{- end -}}

{{/* All that is written; everything else of the file system is read-only. */}}
{{- define "vouch.mounts" -}}
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  - { name: next-cache, mountPath: /app/.next/cache }
  - { name: data, mountPath: /data }
  - { name: models, mountPath: /models{{ if .root.Values.models.existingClaim }}, readOnly: true{{ end }} }
  {{- if .root.Values.uploads.existingClaim }}
  - { name: uploads, mountPath: /data/imports }
  {{- end }}
  {{- with .root.Values.extraVolumeMounts }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}
